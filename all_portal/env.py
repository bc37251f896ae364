"""Settings from the environment, read loudly: what is missing or weak is named, all of it at once."""

import base64
import binascii
import os
import secrets
import tempfile
from collections.abc import Callable
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1"}
KEY_BYTES = 32
KEY_ID_LENGTH = 16


class Environment:
    """`local` means this machine only (a demo or a developer): secrets may be made and kept in `var`."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.debug = self.flag("DEBUG")
        self.demo = self.flag("DEMO")
        self.local = self.debug or self.demo
        self.var = Path(".")

    def text(self, name: str, default: str = "", *, required: bool = False) -> str:
        value = os.environ.get(name, "").strip()
        if not value and required and not self.local:
            self.problems.append(f"{name} is missing")
        return value or default

    def flag(self, name: str) -> bool:
        value = os.environ.get(name, "").strip().lower()
        if value not in TRUE | FALSE:
            self.problems.append(f"{name} must be 1 or 0")
        return value in TRUE

    def number(self, name: str, default: int, *, least: int = 1) -> int:
        value = self.text(name)
        if not value:
            return default
        if not (value.isascii() and value.isdecimal() and len(value) <= 9 and int(value) >= least):
            self.problems.append(f"{name} must be a whole number, {least} or more")
            return default
        return int(value)

    def words(self, name: str, default: str = "", *, required: bool = False) -> list[str]:
        return [
            word.strip() for word in self.text(name, default, required=required).split(",") if word.strip()
        ]

    def secret(self, name: str, *, make: Callable[[], str]) -> str:
        """The named secret; on this machine only, one made once and kept in `var` (mode 0600)."""
        value = self.text(name, required=True)
        return value if value or not self.local else keep_once(self.var / name.lower(), make)

    def finish(self) -> None:
        if self.problems:
            raise ImproperlyConfigured("This portal cannot start: " + "; ".join(self.problems) + ".")


def keep_once(path: Path, make: Callable[[], str]) -> str:
    """What `path` holds. If it does not exist yet it appears whole or not at all, so that of several
    processes that start at once each reads the same text."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)  # mode 0600
        with os.fdopen(handle, "w") as file:
            file.write(make() + "\n")
        try:
            os.link(name, path)
        except FileExistsError:
            pass  # another process was first: its text counts
        finally:
            os.unlink(name)
    return path.read_text().strip()


def make_secret_key() -> str:
    return secrets.token_urlsafe(64)


def make_portal_keys() -> str:
    return "k1:" + base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def check_secret_key(key: str, problems: list[str], *, name: str = "SECRET_KEY") -> None:
    if key and (len(key) < 50 or len(set(key)) < 12 or key.startswith("django-insecure")):
        problems.append(f"{name} is weak (50 or more random characters are wanted)")


def read_portal_keys(text: str, problems: list[str]) -> dict[str, bytes]:
    """`id:base64key,id:base64key`, the first one encrypts, every one decrypts. Each key is 32 bytes."""
    keys: dict[str, bytes] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        key_id, _, encoded = part.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not (
            key_id.isascii() and key_id.isalnum() and len(key_id) <= KEY_ID_LENGTH and len(key) == KEY_BYTES
        ):
            problems.append("PORTAL_KEYS must be id:base64 of 32 bytes, separated by commas")
            return {}
        if len(set(key)) < 12 or key_id in keys or key in keys.values():
            problems.append("PORTAL_KEYS holds a weak or repeated key")
            return {}
        keys[key_id] = key
    return keys


def read_database(url: str, problems: list[str]) -> dict:
    """DATABASE_URL: `postgresql://user:password@host:5432/name` or `sqlite:////folder/file`."""
    try:
        database = dict(dj_database_url.parse(url)) if url else {}
    except ValueError:
        database = {}
    if str(database.get("ENGINE")).endswith((".postgresql", ".sqlite3")):
        return database
    if url:
        problems.append("DATABASE_URL must start with postgresql:// or sqlite:///")
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}


def read_site(url: str, hosts: list[str], problems: list[str], *, local: bool) -> str:
    """SITE_URL without its closing slash. Absolute links in mails come from it, never from a Host header."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if url and (parts.scheme not in {"http", "https"} or not host or parts.path.strip("/") or parts.query):
        problems.append("SITE_URL must be an address like https://portal.example.org")
    elif url and not local and parts.scheme != "https":
        problems.append("SITE_URL must start with https://")
    elif url and hosts and not validate_host(host, hosts):
        problems.append("SITE_URL names a host that ALLOWED_HOSTS does not")
    return url.rstrip("/")


def check_hosts(hosts: list[str], problems: list[str], *, debug: bool, local: bool) -> None:
    if debug and not LOOPBACK.issuperset(hosts):
        problems.append(
            "DEBUG shows the inside of the program: it is for this machine only, not for ALLOWED_HOSTS"
        )
    elif local and not LOOPBACK.issuperset(hosts):
        problems.append(
            "DEMO has no TLS and keeps its keys beside its data: it is for this machine only, not for ALLOWED_HOSTS"
        )
    if not local and "*" in hosts:
        problems.append("ALLOWED_HOSTS must name the hosts, not *")


def check_sender(sender: str, problems: list[str], *, local: bool) -> None:
    address = parseaddr(sender)[1]
    if sender and (address.count("@") != 1 or not sender.isprintable()):
        problems.append("MAIL_FROM must be an address like ALL Portal <portal@your-domain>")
    elif not local and address.rpartition("@")[2].endswith(("example.org", "example.com")):
        problems.append("MAIL_FROM must be an address that can receive mail")


MAIL_PORTS = {"smtp": 25, "smtps": 465, "smtp+tls": 587}


def read_mailer(url: str, problems: list[str], *, local: bool) -> dict:
    """MAILER_URL: `smtp+tls://user:password@host:587`, `smtps://…:465`, `smtp://127.0.0.1:25`, `file:/folder`."""
    try:
        parts = urlsplit(url)
        port = parts.port or MAIL_PORTS.get(parts.scheme, 0)
    except ValueError:
        parts, port = urlsplit(""), 0
    if parts.scheme == "file" and local:
        return {
            "BACKEND": "all_portal.demo.mail_files.EmailBackend",
            "OPTIONS": {"file_path": unquote(parts.path)},
        }
    if parts.scheme not in MAIL_PORTS or not parts.hostname:
        if url:
            kinds = "smtp+tls:// or smtps://" + (", smtp:// or file:" if local else "")
            problems.append(f"MAILER_URL must start with {kinds}")
        return {}
    if parts.scheme == "smtp" and parts.hostname not in LOOPBACK:
        problems.append("MAILER_URL must use TLS (smtp+tls:// or smtps://) to any host but this machine")
    options: dict = {"host": parts.hostname, "port": port, "timeout": 20}
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    if parts.scheme == "smtps":
        options["use_ssl"] = True
    if parts.scheme == "smtp+tls":
        options["use_tls"] = True
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
