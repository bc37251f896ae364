"""No test reaches beyond this machine: neither a connection nor the question for an address. The browser has its own
rules for that (tests.browser)."""

import os
import sys
from pathlib import Path

import pytest

CHILDREN = str(Path(__file__).resolve().parent / "children")
if CHILDREN not in sys.path:
    sys.path.append(CHILDREN)
import loopback_only  # noqa: E402


def pytest_configure() -> None:
    loopback_only.close()
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if CHILDREN not in paths:
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [CHILDREN, *paths]))


@pytest.fixture(autouse=True)
def refused_connections() -> list[str]:
    """What was refused in this test. Code that swallows the refusal fails its test here; a test that reaches out on
    purpose empties the list."""
    loopback_only.refused.clear()
    yield loopback_only.refused
    assert not loopback_only.refused, f"reached out to {', '.join(loopback_only.refused)}"
