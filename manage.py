#!/usr/bin/env python
import os
import sys


def main() -> None:
    if sys.version_info < (3, 12):
        sys.exit("ALL Portal needs Python 3.12 or newer; this is %d.%d." % sys.version_info[:2])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "all_portal.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = (
            settings.BASE_DIR
        )  # reads the environment: a setting that is missing is one sentence, not a traceback
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
