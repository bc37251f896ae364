"""System checks of our own: what Django cannot know about this portal."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils.csp import CSP

from all_portal.look import stylesheet

UNSAFE_SOURCES = {str(CSP.UNSAFE_INLINE), str(CSP.UNSAFE_EVAL), "*", "data:", "http:", "https:"}
HARMLESS = {("img-src", "data:")}  # a picture in the page itself: it runs nothing and asks nobody
SHARED_CACHES = ("db.DatabaseCache", "redis.RedisCache", "memcached.PyMemcacheCache")
LAST_HOUR = 23
TLS_MODES = {"require", "verify-ca", "verify-full"}


@register(Tags.security)
def check_content_policy(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    policy = settings.SECURE_CSP
    if policy.get("default-src") != [CSP.NONE]:
        return [Error("SECURE_CSP must start from default-src 'none'.", id="portal.E001")]
    rest = {(name, str(source)) for name, sources in policy.items() for source in sources} - HARMLESS
    unsafe = {source for _name, source in rest} & UNSAFE_SOURCES
    return [Error(f"SECURE_CSP allows {word}.", id="portal.E002") for word in sorted(unsafe)]


@register(Tags.files)
def check_private_files(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    private = Path(settings.PRIVATE_FILES_DIR).resolve()
    served = [Path(folder).resolve() for folder in (settings.STATIC_ROOT, *settings.STATICFILES_DIRS)]
    if any(private.is_relative_to(folder) for folder in served):
        return [Error("PRIVATE_FILES_DIR lies inside a folder that is served to everyone.", id="portal.E003")]
    return []


@register(Tags.files)
def check_style_sources(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        for sheet in stylesheet.SMALL_SHEETS:
            stylesheet.joined(sheet)
    except FileNotFoundError as problem:
        return [Error(str(problem), id="portal.E007")]
    return []


@register
def check_clocks(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    opens, closes = settings.OFFICE_HOURS
    problems: list[CheckMessage] = []
    if not 0 <= opens < closes <= LAST_HOUR:
        problems.append(
            Error("OFFICE_OPENS must come before OFFICE_CLOSES, both hours from 0 to 23.", id="portal.E005")
        )
    first, second = settings.FAMILY_REMINDER_DAYS, settings.FAMILY_SECOND_REMINDER_DAYS
    if not first < second < settings.FAMILY_NO_REPLY_DAYS:
        words = "FAMILY_REMINDER_DAYS, FAMILY_SECOND_REMINDER_DAYS, FAMILY_NO_REPLY_DAYS must rise."
        problems.append(Error(words, id="portal.E006"))
    return problems


@register(Tags.caches, deploy=True)
def check_cache_is_shared(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if str(settings.CACHES["default"]["BACKEND"]).endswith(SHARED_CACHES):
        return []
    return [Error("Rate limits need a cache that every process shares.", id="portal.E004")]


@register(Tags.security, deploy=True)
def check_database_in_transit(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    database = settings.DATABASES["default"]
    host = database.get("HOST", "")
    if host in {"", "127.0.0.1", "localhost", "::1"} or host.startswith("/"):
        return []
    if database.get("OPTIONS", {}).get("sslmode") in TLS_MODES:
        return []
    hint = "Add ?sslmode=verify-full (or require) to DATABASE_URL."
    return [Warning("The database is reached over a network without TLS.", hint=hint, id="portal.W001")]
