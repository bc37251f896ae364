"""The settings of a demo on this machine, with keys that protect nothing."""

import base64
import os
import tempfile

os.environ.setdefault("DEMO", "1")
os.environ.setdefault("SECRET_KEY", "for-tests-only-" + "abcdefghij" * 6)
os.environ.setdefault("PORTAL_KEYS", "t1:" + base64.b64encode(bytes(range(32))).decode())
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="all-portal-tests-"))

from all_portal.settings import *  # noqa: E402, F403

STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
