"""A module says in its first lines what it guarantees and which test holds it; an action says what it raises."""

import ast
import re

import pytest

from tests.portal.house.test_house import ROOT

ACTIONS = sorted((ROOT / "enquiries" / "actions").glob("[!_]*.py"))
PROMISING = [
    "content/publishing/revisions.py",
    "enquiries/actions/deciding.py",
    "enquiries/actions/intake.py",
    "enquiries/actions/quoting_once.py",
    "enquiries/actions/releasing.py",
    "enquiries/actions/ticking.py",
    "enquiries/background/outbox.py",
    "enquiries/background/privacy.py",
    "enquiries/background/worker.py",
    "enquiries/desk/decisions/decision_page.py",
    "enquiries/documents/keeping.py",
    "enquiries/entry/access_log.py",
    "enquiries/codes.py",
    "enquiries/entry/door.py",
    "enquiries/entry/limits.py",
    "enquiries/entry/zones.py",
    "enquiries/files/blobs.py",
    "enquiries/files/serving.py",
    "enquiries/files/sweeping.py",
    "enquiries/rules/clocks.py",
    "enquiries/rules/consent_texts.py",
    "enquiries/rules/disclosure.py",
    "enquiries/rules/notices.py",
    "enquiries/rules/workflow.py",
    "enquiries/sealing/fields.py",
    "enquiries/sealing/keys.py",
]


def silent(source: str) -> list[str]:
    """The public functions that do not say what they raise, or that they raise nothing."""
    return [
        node.name
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and not re.search(r"\b(raises?|raised)\b", ast.get_docstring(node) or "", re.IGNORECASE)
    ]


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: path.stem)
def test_each_action_says_what_it_raises(path):
    assert silent(path.read_text()) == []


def test_a_function_that_says_nothing_is_seen():
    assert silent('def take():\n    """Takes it."""\ndef give():\n    """Raises Refused."""\n') == ["take"]


@pytest.mark.parametrize("name", PROMISING)
def test_each_module_that_promises_names_the_tests_that_hold_it(name):
    said = " ".join((ast.get_docstring(ast.parse((ROOT / name).read_text())) or "").split())
    named = re.findall(r"tests/[\w/]+\.py", said)
    assert named, f"{name} names no test"
    assert [test for test in named if not (ROOT / test).is_file()] == []
