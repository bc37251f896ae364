"""Settings from the environment, read loudly: what is missing or weak is named, all of it at once."""

import base64
import binascii
import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
KEY_BYTES = 32


class Environment:
    """`local` means this machine only (a demo or a developer): secrets may be made and kept in `var`."""

    def __init__(self, *, local: bool, var: Path) -> None:
        self.local = local
        self.var = var
        self.problems: list[str] = []

    def text(self, name: str, default: str = "", *, required: bool = False) -> str:
        value = os.environ.get(name, "").strip()
        if not value and required and not self.local:
            self.problems.append(f"{name} is missing")
        return value or default

    def number(self, name: str, default: int) -> int:
        value = self.text(name)
        if not value:
            return default
        try:
            return int(value)
        except ValueError:
            self.problems.append(f"{name} must be a whole number")
            return default

    def words(self, name: str, default: str = "", *, required: bool = False) -> list[str]:
        return [word.strip() for word in self.text(name, default, required=required).split(",") if word.strip()]

    def secret(self, name: str, *, make) -> str:
        """The named secret; on this machine only, one made once and kept in `var` (mode 0600)."""
        value = os.environ.get(name, "").strip()
        if value or not self.local:
            if not value:
                self.problems.append(f"{name} is missing")
            return value
        path = self.var / name.lower()
        if not path.exists():
            self.var.mkdir(parents=True, exist_ok=True)
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                pass  # the web server and the worker started at once; the first one made it
            else:
                with os.fdopen(handle, "w") as file:
                    file.write(make())
        return path.read_text().strip()

    def finish(self) -> None:
        if self.problems:
            raise ImproperlyConfigured("This portal cannot start: " + "; ".join(self.problems) + ".")


def flag(name: str) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value in TRUE


def make_secret_key() -> str:
    return secrets.token_urlsafe(64)


def make_portal_keys() -> str:
    return "k1:" + base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def read_portal_keys(text: str, problems: list[str]) -> dict[str, bytes]:
    """`id:base64key,id:base64key`, the first one encrypts, every one decrypts. Each key is 32 bytes."""
    keys: dict[str, bytes] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        key_id, _, encoded = part.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not key_id.isalnum() or len(key) != KEY_BYTES:
            problems.append("PORTAL_KEYS must be id:base64 of 32 bytes, separated by commas")
            return {}
        if len(set(key)) < 8 or key_id in keys:
            problems.append("PORTAL_KEYS holds a weak or repeated key")
            return {}
        keys[key_id] = key
    return keys


def read_mailer(url: str, problems: list[str]) -> dict:
    """MAILER_URL: `smtp+tls://user:password@host:587`, `smtps://…:465`, `smtp://127.0.0.1:25`, `file:/folder`."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": unquote(parts.path)},
        }
    if parts.scheme not in {"smtp", "smtps", "smtp+tls"} or not parts.hostname:
        problems.append("MAILER_URL must start with smtp+tls://, smtps://, smtp:// or file:")
        return {}
    if parts.scheme == "smtp" and parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
        problems.append("MAILER_URL must use TLS (smtp+tls:// or smtps://) to any host but this machine")
    options: dict = {
        "host": parts.hostname,
        "port": parts.port or {"smtp": 25, "smtps": 465, "smtp+tls": 587}[parts.scheme],
        "timeout": 20,
    }
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    if parts.scheme == "smtps":
        options["use_ssl"] = True
    if parts.scheme == "smtp+tls":
        options["use_tls"] = True
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
