"""The one settings file. Everything that differs between machines comes from the environment (see README)."""

from datetime import timedelta
from pathlib import Path

from django.utils.csp import CSP

from all_portal.env import (
    Environment,
    check_hosts,
    check_secret_key,
    check_sender,
    make_portal_keys,
    make_secret_key,
    read_database,
    read_mailer,
    read_portal_keys,
    read_site,
)
from all_portal.serving.logs import log_lines
from languages.offered import SOURCE, offered

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()
DEBUG = env.debug
DEMO = env.demo
# Neither: a real installation, which refuses to start with a missing or weak setting.
LOCAL = env.local
VAR_DIR = env.var = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))

SECRET_KEY = env.secret("SECRET_KEY", make=make_secret_key)
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
check_secret_key(SECRET_KEY, env.problems)
for _key in SECRET_KEY_FALLBACKS:
    check_secret_key(_key, env.problems, name="SECRET_KEY_FALLBACKS")
PORTAL_KEYS = read_portal_keys(env.secret("PORTAL_KEYS", make=make_portal_keys), env.problems)

PORT = env.number("PORT", 8000)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost" if LOCAL else "", required=True)
check_hosts(ALLOWED_HOSTS, env.problems, debug=DEBUG, local=LOCAL)
SITE_URL = read_site(
    env.text("SITE_URL", f"http://{ALLOWED_HOSTS[0]}:{PORT}" if LOCAL else "", required=True),
    ALLOWED_HOSTS,
    env.problems,
    local=LOCAL,
)
SITE_HOST = SITE_URL.partition("://")[2].partition("/")[0].partition(":")[0]
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https://") else []

INSTALLED_APPS = [
    "all_portal.admin_site.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "phonenumber_field",
    "languages",
    "accounts",
    "hospitals",
    "programs",
    "content",
    "enquiries",
    "all_portal.apps.AllPortalConfig",
]

MIDDLEWARE = [
    # The headers come first, so that redirects to https, static files and refusals carry them too.
    "all_portal.serving.middleware.HeadersMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "all_portal.look.page_style.PageStyleMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "all_portal.serving.public_pages.PublicPagesMiddleware",
    "languages.activation.LanguageMiddleware",
    "all_portal.serving.middleware.RejectInvalidInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "all_portal.urls"
WSGI_APPLICATION = "all_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "all_portal.look.context_processors.site",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["portal"]
CRISPY_TEMPLATE_PACK = "portal"
CRISPY_FAIL_SILENTLY = False

# SQLite: IMMEDIATE and WAL, because the default mode fails half of concurrent writers with "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
}
WEB_THREADS = env.number("WEB_THREADS", 4)
WEB_WORKERS = env.number("WEB_WORKERS", 1)
EMBEDDED_DATABASE = VAR_DIR / "portal.sqlite3"
_embedded = f"sqlite:///{EMBEDDED_DATABASE}" if LOCAL else ""
_database = read_database(env.text("DATABASE_URL", _embedded, required=True), env.problems)
if _database["ENGINE"].endswith("sqlite3"):
    _database["OPTIONS"] = SQLITE_OPTIONS
else:
    _database["OPTIONS"] = _database.get("OPTIONS", {}) | {
        "pool": {"min_size": 1, "max_size": WEB_THREADS + 1, "timeout": 10},
    }
    _database["CONN_HEALTH_CHECKS"] = True
_database["CONN_MAX_AGE"] = 0
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_cache",
        # The places of the limits (enquiries.entry.limits); a smaller table would let a flood push them out.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

_mailer_url = env.text("MAILER_URL", f"file:{VAR_DIR / 'mail'}" if LOCAL else "", required=True)
MAILERS = {"default": read_mailer(_mailer_url, env.problems, local=LOCAL)}
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "ALL Portal <portal@example.org>" if LOCAL else "", required=True)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
check_sender(DEFAULT_FROM_EMAIL, env.problems, local=LOCAL)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# A folder of locale/ is a language (docs/decisions/0033-a-language-is-a-folder.md); what the sources say is English.
LANGUAGE_CODE = SOURCE
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGES = offered(LOCALE_PATHS[0])
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
FORMAT_MODULE_PATH = "languages.formats"

STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "enquiries.files.blobs.NoPublicStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Documents are ciphertext on disk; uploads stay in memory only, so that no plain text is left behind.
PRIVATE_FILES_DIR = Path(env.text("PRIVATE_FILES_DIR", str(VAR_DIR / "files")))
FILE_UPLOAD_HANDLERS = ["enquiries.files.upload_handler.MemoryOnlyUploadHandler"]
MAX_FILE_BYTES = 15 * 2**20
MAX_FILE_PAGES = 200
MAX_ENQUIRY_FILES = 10
MAX_ENQUIRY_FILE_BYTES = 50 * 2**20
MAX_UPLOAD_BODY_BYTES = 60 * 2**20

SECURE_CSP: dict[str, list[str]] = {
    **{name: [CSP.NONE] for name in ("default-src", "base-uri", "frame-ancestors", "object-src")},
    **{name: [CSP.SELF] for name in ("script-src", "style-src", "font-src", "connect-src")},
    **{name: [CSP.SELF] for name in ("manifest-src", "form-action")},
    "img-src": [CSP.SELF, "data:"],  # the icon stands in the page: an answer of its own is mostly headers
}
# no-referrer would make browsers send Origin: null, which CSRF refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# How many proxies of ours stand in front: that many entries at the end of X-Forwarded-For are true.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0, least=0)
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "all_portal.serving.errors.csrf_failure"
if not LOCAL:
    SECURE_SSL_REDIRECT = not env.flag("PROXY_REDIRECTS_TO_HTTPS")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    if not SECURE_SSL_REDIRECT and not TRUSTED_PROXIES:
        env.problems.append(
            "PROXY_REDIRECTS_TO_HTTPS needs TRUSTED_PROXIES: without it every visitor has the proxy's address"
        )
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FILES = 10
SILENCED_SYSTEM_CHECKS: list[str] = []

# Promises to families and hospitals. Working days are Monday to Friday without German public holidays.
# What each of these clocks is for: enquiries/rules/clocks.py.
FIRST_ANSWER_WORKING_DAYS = env.number("FIRST_ANSWER_WORKING_DAYS", 1)
URGENT_FIRST_ANSWER_OFFICE_HOURS = env.number("URGENT_FIRST_ANSWER_OFFICE_HOURS", 4)
OUR_TURN_WORKING_DAYS = env.number("OUR_TURN_WORKING_DAYS", 1)
URGENT_OUR_TURN_OFFICE_HOURS = env.number("URGENT_OUR_TURN_OFFICE_HOURS", 4)
ADDRESS_CHECK_WORKING_DAYS = env.number("ADDRESS_CHECK_WORKING_DAYS", 1)
COORDINATOR_TASK_WORKING_DAYS = env.number("COORDINATOR_TASK_WORKING_DAYS", 3)
CLOSING_LETTER_WORKING_DAYS = env.number("CLOSING_LETTER_WORKING_DAYS", 1)
FOLLOW_UP_WORKING_DAYS = env.number("FOLLOW_UP_WORKING_DAYS", 2)
ANSWER_DUE_DAYS = env.number("ANSWER_DUE_DAYS", 7)
URGENT_ANSWER_DUE_DAYS = env.number("URGENT_ANSWER_DUE_DAYS", 3)
FIRST_REMINDER_WORKING_DAYS = env.number("FIRST_REMINDER_WORKING_DAYS", 2)
SECOND_REMINDER_WORKING_DAYS = env.number("SECOND_REMINDER_WORKING_DAYS", 2)
EXPIRY_WORKING_DAYS = env.number("EXPIRY_WORKING_DAYS", 2)
LATE_ANSWER_WORKING_DAYS = env.number("LATE_ANSWER_WORKING_DAYS", 2)
FAMILY_REMINDER_DAYS = env.number("FAMILY_REMINDER_DAYS", 3)
FAMILY_SECOND_REMINDER_DAYS = env.number("FAMILY_SECOND_REMINDER_DAYS", 10)
FAMILY_NO_REPLY_DAYS = env.number("FAMILY_NO_REPLY_DAYS", 30)
OFFICE_HOURS = (env.number("OFFICE_OPENS", 9), env.number("OFFICE_CLOSES", 17))
FAMILY_SESSION = (timedelta(minutes=30), timedelta(hours=8))
HOSPITAL_SESSION = (timedelta(minutes=30), timedelta(hours=8))
HOSPITAL_CODE_DAYS = env.number("HOSPITAL_CODE_DAYS", 30)

# Against floods of enquiries. Whoever is refused keeps what was typed; many people may share one connection.
ENQUIRIES_PER_IP_PER_HOUR = env.number("ENQUIRIES_PER_IP_PER_HOUR", 10)
ENQUIRIES_PER_EMAIL_PER_DAY = env.number("ENQUIRIES_PER_EMAIL_PER_DAY", 3)
ENQUIRIES_PER_HOUR = env.number("ENQUIRIES_PER_HOUR", 500)
# "Report an error on this page".
REPORTS_PER_IP_PER_HOUR = env.number("REPORTS_PER_IP_PER_HOUR", 10)
REPORTS_PER_HOUR = env.number("REPORTS_PER_HOUR", 100)
# Faster than this only a machine has read and filled in the form.
ENQUIRY_LEAST_SECONDS = env.number("ENQUIRY_LEAST_SECONDS", 3, least=0)

# What the privacy page promises about keeping.
KEEP_CLOSED_ENQUIRY_DAYS = env.number("KEEP_CLOSED_ENQUIRY_DAYS", 90)
KEEP_SENT_MAIL_DAYS = env.number("KEEP_SENT_MAIL_DAYS", 30)
KEEP_ACCESS_LOG_MONTHS = env.number("KEEP_ACCESS_LOG_MONTHS", 12)
KEEP_BACKUP_DAYS = env.number("KEEP_BACKUP_DAYS", 30)

# Where the coordinators' own notices go: a team's mailbox.
COORDINATORS_EMAIL = env.text(
    "COORDINATORS_EMAIL", "coordinators@example.org" if LOCAL else "", required=True
)
# Who answers for this portal: imprint (DDG section 5), privacy page, footer, security.txt.
OPERATOR_NAME = env.text("OPERATOR_NAME", "ALL Portal Demonstration" if LOCAL else "", required=True)
OPERATOR_ADDRESS = env.text(
    "OPERATOR_ADDRESS", "Example Street 1, 10115 Berlin, Germany" if LOCAL else "", required=True
)
OPERATOR_EMAIL = env.text("OPERATOR_EMAIL", "portal@example.org" if LOCAL else "", required=True)
OPERATOR_RESPONSIBLE = env.text("OPERATOR_RESPONSIBLE", "Erika Mustermann" if LOCAL else "", required=True)
OPERATOR_DATA_PROTECTION = env.text(
    "OPERATOR_DATA_PROTECTION", "privacy@example.org" if LOCAL else "", required=True
)
# Who pays for the portal, and who writes and checks its guide: whole sentences, shown on the About page.
OPERATOR_FUNDING = env.text(
    "OPERATOR_FUNDING",
    "This is a demonstration: nobody pays for it, and it earns nothing." if LOCAL else "",
    required=True,
)
OPERATOR_EDITORS = env.text(
    "OPERATOR_EDITORS",
    "This is a demonstration: its texts were written from the sources they name, and no physician has read them yet."
    if LOCAL
    else "",
    required=True,
)
# Who works for the operator with personal data (servers, mails, translation), by name and country: in the consent.
OPERATOR_PROCESSORS = env.text(
    "OPERATOR_PROCESSORS",
    "Example Hosting in Berlin (servers), Example Mail in Berlin (mails)" if LOCAL else "",
)

# Lines carry no personal data (all_portal.serving.logs); addresses of visitors are not logged at all.
LOGGING = log_lines(quiet=not DEBUG)

env.finish()
