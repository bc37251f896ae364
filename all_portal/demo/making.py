"""What a demo on this machine needs beside the data: staff to sign in as, and static files ready to serve."""

import hashlib
import os
import secrets
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from all_portal.env import keep_once

STAFF = ("coordinator", "editor", "reviewer", "operator")
PASSWORD_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105  (none that look alike)


def make_password() -> str:
    return "-".join("".join(secrets.choice(PASSWORD_CHARACTERS) for _ in range(5)) for _ in range(4))


def demo_password() -> str:
    """DEMO_PASSWORD, else one made once for this machine and kept beside the database."""
    return os.environ.get("DEMO_PASSWORD", "") or keep_once(settings.VAR_DIR / "demo_password", make_password)


def make_staff() -> None:
    """One person in each group, all with the demo password. Nobody is a superuser."""
    password = demo_password()
    for name in STAFF:
        group, _created = Group.objects.get_or_create(name=name)
        user, _created = User.objects.get_or_create(
            username=name, defaults={"email": f"{name}@example.org", "is_staff": True}
        )
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
        user.groups.add(group)


def static_digest() -> str:
    """Changes when any source of a static file does: by name, size and time, so that asking costs little."""
    digest = hashlib.sha256(f"{django.__version__} {settings.STORAGES['staticfiles']}".encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = os.stat(storage.path(path))
            digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static() -> bool:
    """Hashes and compresses the static files, if any changed since the last time."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    digest = static_digest()
    if stamp.exists() and stamp.read_text() == digest:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(digest)
    return True
