"""What every test may use. The people and things of the tests live in tests/cast.py."""

import os

import hypothesis
import pytest
from django.core.cache import cache

from languages.catalogs import compile_catalogs

pytest_plugins = [
    "tests.network.refusing",
    "tests.browser",
    "tests.cast",
    "tests.mail_sink",
    "tests.shipped",
    "tests.languages.speaking",
]

# The same examples at each run where a failure would hold up others; new ones each time on a developer's machine.
hypothesis.settings.register_profile(
    "portal",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture, hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("portal")


def pytest_configure(config) -> None:
    """Before any test reads a text in another language than English."""
    compile_catalogs()


@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits counted in one test must not reach the next."""
    cache.clear()


DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
# They look at style sheets and layout, which no database changes.
LOOKS = {
    "test_public_pages.py",
    "test_small_sheets.py",
    "test_first_view.py",
    "test_frame_browser.py",
    "test_guide_browser.py",
    "test_every_page_browser.py",
}


def pytest_collection_modifyitems(config, items) -> None:
    """In the round on a second database only what touches one runs again."""
    if not os.environ.get("ONLY_WITH_DATABASE"):
        return
    kept = [
        item
        for item in items
        if item.path.name not in LOOKS
        and (
            item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        )
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept
