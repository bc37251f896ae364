"""The system checks find what they are there to find."""

from pathlib import Path

import pytest
from django.utils.csp import CSP

from all_portal import checks
from all_portal.look import stylesheet


def ids(found) -> list[str]:
    return [message.id for message in found]


def test_as_shipped_nothing_is_found(settings):
    assert checks.check_content_policy(None) == checks.check_private_files(None) == []
    assert checks.check_clocks(None) == []


def test_an_unsafe_policy_is_an_error(settings):
    settings.SECURE_CSP = settings.SECURE_CSP | {"script-src": [CSP.SELF, CSP.UNSAFE_INLINE]}
    assert ids(checks.check_content_policy(None)) == ["portal.E002"]


@pytest.mark.parametrize("name", ["script-src", "style-src", "object-src", "font-src"])
def test_data_in_an_address_is_for_pictures_only(settings, name):
    assert "data:" in settings.SECURE_CSP["img-src"]
    assert ids(checks.check_content_policy(None)) == []
    settings.SECURE_CSP = settings.SECURE_CSP | {name: [CSP.SELF, "data:"]}
    assert ids(checks.check_content_policy(None)) == ["portal.E002"]


def test_a_policy_that_allows_by_default_is_an_error(settings):
    settings.SECURE_CSP = settings.SECURE_CSP | {"default-src": [CSP.SELF]}
    assert ids(checks.check_content_policy(None)) == ["portal.E001"]


def test_private_files_in_a_served_folder_are_an_error(settings):
    settings.PRIVATE_FILES_DIR = Path(settings.STATIC_ROOT) / "files"
    assert ids(checks.check_private_files(None)) == ["portal.E003"]


def test_an_office_that_closes_before_it_opens_is_an_error(settings):
    """Working hours would otherwise be counted for ever."""
    settings.OFFICE_HOURS = (17, 9)
    assert ids(checks.check_clocks(None)) == ["portal.E005"]


def test_a_family_is_reminded_before_its_enquiry_is_closed(settings):
    settings.FAMILY_NO_REPLY_DAYS = 7
    assert ids(checks.check_clocks(None)) == ["portal.E006"]


def test_rate_limits_need_a_shared_cache(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    assert ids(checks.check_cache_is_shared(None)) == ["portal.E004"]


NOTHING_CONNECTS = pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")


def database(settings, **facts):
    settings.DATABASES = {"default": {"HOST": "db.test", "OPTIONS": {}} | facts}


@NOTHING_CONNECTS
def test_a_database_over_the_network_wants_tls(settings):
    database(settings)
    assert ids(checks.check_database_in_transit(None)) == ["portal.W001"]


@NOTHING_CONNECTS
def test_a_database_over_tls_or_a_socket_is_fine(settings):
    database(settings, OPTIONS={"sslmode": "verify-full"})
    assert checks.check_database_in_transit(None) == []
    database(settings, HOST="/run/postgresql")
    assert checks.check_database_in_transit(None) == []


def test_missing_style_sources_are_an_error(monkeypatch, tmp_path):
    assert checks.check_style_sources(None) == []
    monkeypatch.setattr(stylesheet, "CSS", tmp_path)
    assert ids(checks.check_style_sources(None)) == ["portal.E007"]
