"""A real installation starts with every setting right, or not at all and says which are wrong."""

import base64
import json
import logging
import os
import runpy
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured

from all_portal.env import keep_once, read_portal_keys
from all_portal.serving.logs import QuietFormatter
from scripts.production import production

ROOT = Path(__file__).resolve().parents[3]
KEY = base64.b64encode(bytes(range(32))).decode()
READ = """
import json, sys
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""


def start(*names: str, **environment: str) -> subprocess.CompletedProcess:
    """Reads the settings in a process of their own, with nothing but this environment."""
    needed = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", READ, *names],
        cwd=ROOT,
        env=needed | {"DJANGO_SETTINGS_MODULE": "all_portal.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def read(*names: str, **environment: str) -> dict:
    done = start(*names, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def refusal(**environment: str) -> str:
    """What the settings of a real installation say when this is changed. Read afresh, in this process."""
    changed = mock.patch.dict(os.environ, production() | environment, clear=True)
    with changed, pytest.raises(ImproperlyConfigured) as refused:
        runpy.run_path(str(ROOT / "all_portal/settings.py"))
    return str(refused.value)


def test_a_real_installation_without_settings_names_all_that_are_missing_at_once():
    done = start("DEBUG")
    assert done.returncode != 0
    missing = {name for name in production() if f"{name} is missing" in done.stderr}
    assert missing == production().keys() - {"DEMO", "DEBUG", "TRUSTED_PROXIES"}


def test_the_refusal_of_a_command_is_one_sentence():
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env={}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("This portal cannot start: SECRET_KEY is missing; ")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY is weak"),
        ("SECRET_KEY", "ab" * 40, "SECRET_KEY is weak"),
        ("SECRET_KEY", "django-insecure-" + "abcdefghijklmnop" * 4, "SECRET_KEY is weak"),
        ("SECRET_KEY_FALLBACKS", "short", "SECRET_KEY_FALLBACKS is weak"),
        ("PORTAL_KEYS", "k1:c2hvcnQ=", "PORTAL_KEYS must be id:base64 of 32 bytes"),
        ("PORTAL_KEYS", KEY, "PORTAL_KEYS must be id:base64 of 32 bytes"),
        ("PORTAL_KEYS", "k1:" + "A" * 43 + "=", "PORTAL_KEYS holds a weak or repeated key"),
        ("PORTAL_KEYS", f"k1:{KEY},k1:{KEY}", "PORTAL_KEYS holds a weak or repeated key"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name the hosts"),
        ("SITE_URL", "http://portal.test", "SITE_URL must start with https://"),
        ("SITE_URL", "portal.test", "SITE_URL must be an address"),
        ("SITE_URL", "https://[bad", "SITE_URL must be an address"),
        ("SITE_URL", "https://other.test", "SITE_URL names a host that ALLOWED_HOSTS does not"),
        ("DATABASE_URL", "junk", "DATABASE_URL must start with"),
        ("DATABASE_URL", "mysql://a/b", "DATABASE_URL must start with"),
        ("DATABASE_URL", "postgresql://a:b@c:99999999/x", "DATABASE_URL must start with"),
        ("MAILER_URL", "smtp://relay.test", "MAILER_URL must use TLS"),
        ("MAILER_URL", "file:/tmp/mail", "MAILER_URL must start with smtp+tls:// or smtps://"),
        ("MAILER_URL", "smtps://relay.test:junk", "MAILER_URL must start with smtp+tls:// or smtps://"),
        ("MAIL_FROM", "nobody", "MAIL_FROM must be an address"),
        (
            "MAIL_FROM",
            "ALL Portal <portal@example.org>",
            "MAIL_FROM must be an address that can receive mail",
        ),
        ("TRUSTED_PROXIES", "many", "TRUSTED_PROXIES must be a whole number"),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES must be a whole number"),
        ("WEB_THREADS", "0", "WEB_THREADS must be a whole number, 1 or more"),
        ("DEMO", "maybe", "DEMO must be 1 or 0"),
    ],
)
def test_a_weak_setting_is_named(name, value, sentence):
    assert sentence in refusal(**{name: value})


def test_two_faults_are_named_together():
    told = refusal(SECRET_KEY="short", MAILER_URL="smtp://relay.test")
    assert "SECRET_KEY is weak" in told and "MAILER_URL must use TLS" in told


def test_no_refusal_repeats_a_secret():
    assert "hunter2" not in refusal(SECRET_KEY="hunter2", MAILER_URL="smtp://me:hunter2@relay.test")


def test_debug_pages_cannot_be_switched_on_where_others_can_see_them():
    assert "DEBUG shows the inside of the program" in refusal(DEBUG="1")
    assert read("DEBUG", **production()) == {"DEBUG": False}


def test_a_demo_cannot_be_offered_to_others():
    assert "DEMO has no TLS" in refusal(DEMO="1")
    assert read("DEMO", DEMO="1", ALLOWED_HOSTS="127.0.0.1") == {"DEMO": True}


def test_a_proxy_that_redirects_must_be_counted():
    assert "needs TRUSTED_PROXIES" in refusal(PROXY_REDIRECTS_TO_HTTPS="1", TRUSTED_PROXIES="0")


def test_a_real_installation_speaks_https_only():
    found = read(
        *("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"),
        *("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SECURE_PROXY_SSL_HEADER", "SESSION_COOKIE_HTTPONLY"),
        **production(),
    )
    assert found == {
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_NAME": "__Host-session",
        "CSRF_COOKIE_NAME": "__Host-csrf",
        "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
        "SESSION_COOKIE_HTTPONLY": True,
    }


def test_without_a_trusted_proxy_nobody_can_claim_to_have_come_by_https():
    assert read("SECURE_PROXY_SSL_HEADER", **(production() | {"TRUSTED_PROXIES": "0"})) == {
        "SECURE_PROXY_SSL_HEADER": None
    }


def test_mail_goes_out_over_tls():
    mailers = read("MAILERS", **(production() | {"MAILER_URL": "smtp+tls://me:p%40ss@relay.test"}))["MAILERS"]
    assert mailers["default"]["OPTIONS"] == {
        **{"host": "relay.test", "port": 587, "timeout": 20},
        **{"username": "me", "password": "p@ss", "use_tls": True},
    }


def test_the_embedded_database_waits_its_turn():
    """Check 22: the default mode of SQLite fails half of concurrent writers."""
    database = read("DATABASES", **(production() | {"DATABASE_URL": "sqlite:////srv/portal.sqlite3"}))
    assert database["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgresql_is_reached_through_a_pool_as_large_as_the_threads():
    database = read("DATABASES", **(production() | {"WEB_THREADS": "7"}))["DATABASES"]["default"]
    assert (database["OPTIONS"]["pool"]["max_size"], database["CONN_MAX_AGE"]) == (8, 0)
    assert database["CONN_HEALTH_CHECKS"] is True


def test_a_demo_makes_its_keys_once_and_for_its_owner_only(tmp_path):
    first = read("SECRET_KEY", DEMO="1", VAR_DIR=str(tmp_path / "var"))
    assert read("SECRET_KEY", DEMO="1", VAR_DIR=str(tmp_path / "var")) == first
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "var").iterdir()}
    assert modes == {"secret_key": "0o600", "portal_keys": "0o600"}
    assert oct((tmp_path / "var").stat().st_mode & 0o777) == "0o700"


def test_of_two_processes_that_start_at_once_the_first_makes_the_key(tmp_path):
    def make_and_be_overtaken() -> str:
        keep_once(tmp_path / "key", lambda: "of the other")
        return "mine"

    assert keep_once(tmp_path / "key", make_and_be_overtaken) == "of the other"
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_the_first_portal_key_is_the_one_that_encrypts():
    other = production()["PORTAL_KEYS"].partition(":")[2]
    problems: list[str] = []
    assert list(read_portal_keys(f"new:{KEY}, old:{other}", problems)) == ["new", "old"]
    assert problems == []


def line(record_name: str, message: str, error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(record_name, logging.ERROR, "", 0, message, None, info)
    return QuietFormatter("{name}: {message}", style="{").format(record)


def test_a_log_line_tells_where_it_failed_and_nothing_that_was_typed():
    """Check 58: an exception's own words may quote a person's."""
    try:
        try:
            int("Canary-Haddad")
        except ValueError as error:
            raise RuntimeError("Canary-Haddad again") from error
    except RuntimeError as error:
        text = line("django.request", "Internal Server Error: /enquiry/", error)
    assert "Canary" not in text
    assert "RuntimeError" in text and "after ValueError" in text and "test_settings.py" in text


def test_a_refused_host_or_cookie_is_not_quoted():
    assert line("django.security.DisallowedHost", "Invalid HTTP_HOST header: 'Canary'") == (
        "django.security.DisallowedHost: refused"
    )
