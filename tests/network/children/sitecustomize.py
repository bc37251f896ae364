"""Python reads this file at its start where the folder is on PYTHONPATH: so each process that a test starts keeps to
this machine as well."""

import loopback_only

loopback_only.close()
