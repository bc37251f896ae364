"""What every test may use. The people and things of the tests live in tests/cast.py."""

import os

import hypothesis
import pytest
from django.core.cache import cache

from languages.catalogs import compile_catalogs
from tests.kept_groups import make_groups_after_a_flush

pytest_plugins = [
    "tests.network.refusing",
    "tests.browser",
    "tests.cast",
    "tests.mail_sink",
    "tests.shipped",
    "tests.slow",
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
    make_groups_after_a_flush()


@pytest.fixture(autouse=True)
def empty_cache():
    """Rate limits counted in one test must not reach the next."""
    cache.clear()


TRANSACTIONAL_FIXTURES = {"transactional_db", "live_server"}
DATABASE_FIXTURES = {"db", *TRANSACTIONAL_FIXTURES}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items) -> None:
    """In the round on a second database only what touches one runs again, and proves something by it."""
    if os.environ.get("ONLY_WITH_DATABASE"):
        kept = [item for item in items if touches(item) and not item.get_closest_marker("one_database")]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept
    items.sort(key=place_in_line)


def touches(item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES & fixtures_of(item))


def fixtures_of(item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def place_in_line(item) -> tuple[int, bool]:
    """The slow ones first of their kind, so that none comes last and alone. The kinds keep their order: a test in a
    transaction of its own never follows one that empties the tables, with what a migration put into them."""
    marker = item.get_closest_marker("django_db")
    real = bool(marker and marker.kwargs.get("transaction")) or bool(
        TRANSACTIONAL_FIXTURES & fixtures_of(item)
    )
    return (1 if real else 0 if touches(item) else 2), not item.get_closest_marker("slow")
