#!/usr/bin/env python
import os
import sys


def main() -> None:
    if sys.version_info < (3, 12):
        sys.exit("ALL Portal needs Python 3.12 or newer; this is %d.%d." % sys.version_info[:2])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "all_portal.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
