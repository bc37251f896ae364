"""The settings of a demo on this machine, with keys that protect nothing, everything written to one folder that
goes away afterwards. DATABASE_URL chooses PostgreSQL; without it the suite runs on a SQLite file, as a demo does."""

import atexit
import base64
import os
import shutil
import tempfile

os.environ.setdefault("DEMO", "1")
os.environ.setdefault("SECRET_KEY", "for-tests-only-" + "abcdefghij" * 6)
os.environ.setdefault("PORTAL_KEYS", "t1:" + base64.b64encode(bytes(range(32))).decode())
if "TESTS_VAR_DIR" not in os.environ:  # the first process; the others of a parallel run inherit it
    os.environ["TESTS_VAR_DIR"] = tempfile.mkdtemp(prefix="all-portal-tests-")
    atexit.register(shutil.rmtree, os.environ["TESTS_VAR_DIR"], ignore_errors=True)
os.environ["VAR_DIR"] = os.environ["TESTS_VAR_DIR"]

from all_portal.settings import *  # noqa: F403

STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
STATIC_ROOT = VAR_DIR / "staticfiles"  # noqa: F405
STATIC_ROOT.mkdir(exist_ok=True)
ENQUIRY_LEAST_SECONDS = 0  # a test fills in the form faster than people do
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, not memory: a database in memory is shared by connections under other locking rules.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = (  # noqa: F405
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"
    )
else:
    # Tests of many senders at once hold more connections than one web process has threads.
    DATABASES["default"]["OPTIONS"]["pool"] |= {"max_size": 24}  # noqa: F405
