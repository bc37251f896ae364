"""The rules of the house, read from the sources themselves: which way imports run, how large a piece may grow,
and what is written nowhere."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from languages.dates import MACHINE, SHAPES

ROOT = Path(__file__).resolve().parents[3]
APPS = ("accounts", "all_portal", "content", "enquiries", "ground", "hospitals", "languages", "programs")
MAY_IMPORT = {
    "ground": set(),
    "languages": set(),
    "accounts": {"ground", "languages"},
    "content": {"ground", "languages"},
    "hospitals": {"ground", "languages"},
    "programs": {"ground", "hospitals", "languages"},
    "enquiries": {"ground", "programs", "hospitals", "languages"},
    "all_portal": {"accounts", "content", "enquiries", "ground", "hospitals", "languages", "programs"},
}
MODULE_LINES, FUNCTION_LINES = 300, 45
TEMPLATE_LINES, TEMPLATE_WIDTH = 120, 160
VAGUE_NAMES = {"utils.py", "helpers.py", "common.py", "services.py", "core.py", "misc.py", "signals.py"}
# Each of these would break a promise somewhere far away; the few places that may are named.
FORBIDDEN_NAMES = {
    "mark_safe": {
        "all_portal/templatetags/portal.py",
        "all_portal/templatetags/sharing.py",
        "content/desk/articles.py",
        "content/rendering/pictures.py",
        "content/search/snippets.py",
    },
    "csrf_exempt": set(),
    "cache_page": set(),
    "UpdateCacheMiddleware": set(),
    "list_editable": set(),
    "date_hierarchy": set(),
    "send_mail": set(),
    "mail_admins": set(),
    "EmailMessage": set(),
    "EmailMultiAlternatives": {"enquiries/background/outbox.py"},
    "get_random_string": set(),
    "post_save": set(),
    "pre_save": set(),
}
FORBIDDEN_IN_TEMPLATES = {
    "escaping switched off": re.compile(r"\|\s*safe\b|\bsafeseq\b|autoescape off"),
    "a style in the markup": re.compile(r"\sstyle\s*=|<style\b"),
    "a handler in the markup": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "a script in the markup": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>"),
    "something loaded from elsewhere": re.compile(
        r"<(?:script|img|link|iframe)\b[^>]*\s(?:src|href)=\"(?:https?:)?//"
    ),
}
# Mails carry their style with them and their plain half needs no escaping; the two pages shown when nothing works
# carry their style under a hash.
MAY_HOLD = {
    "a style in the markup": re.compile(r"^templates/(emails/|broken\.html)"),
    "escaping switched off": re.compile(r"^templates/emails/.*\.txt$"),
}


@cache
def sources() -> list[Path]:
    found = [path for app in APPS for path in sorted((ROOT / app).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


@cache
def templates() -> list[Path]:
    return sorted(
        path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt", ".svg"}
    )


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text()


@cache
def tree_of(path: Path) -> ast.AST:
    """Read by many tests, so parsed once: none may change it."""
    return ast.parse(text_of(path))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


@cache
def names_used(path: Path) -> set[str]:
    used: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Name):
            used.add(node.id)
        elif isinstance(node, ast.Attribute):
            used.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            used.update(alias.name for alias in node.names)
    return used


@pytest.mark.parametrize("app", APPS)
def test_imports_run_one_way(app):
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in sources()
        if path.is_relative_to(ROOT / app)
        for module in imported(tree_of(path))
        if (found := module.partition(".")[0]) in APPS and found not in {app, *MAY_IMPORT[app]}
    ]
    assert wrong == []


def test_the_program_imports_neither_tests_nor_tools():
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in sources()
        for module in imported(tree_of(path))
        if module.partition(".")[0] in {"tests", "scripts", "bench", "pytest", "hypothesis"}
    ]
    assert wrong == []


def test_no_module_outgrows_a_reader():
    assert {name_of(path): n for path in sources() if (n := text_of(path).count("\n")) > MODULE_LINES} == {}


def test_no_function_outgrows_a_screen():
    long = {}
    for path in sources():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{name_of(path)}:{node.name}"] = lines
    assert long == {}


def test_no_template_outgrows_a_reader():
    assert {
        name_of(path): n for path in templates() if (n := text_of(path).count("\n")) > TEMPLATE_LINES
    } == {}


def test_no_template_hides_its_size_in_width():
    assert {
        name_of(path): wide
        for path in templates()
        if (wide := max(len(line) for line in text_of(path).split("\n"))) > TEMPLATE_WIDTH
    } == {}


def test_every_part_of_a_page_says_first_what_it_is_and_what_it_needs():
    """A partial or component shows nowhere else which names it reads."""
    parts = [
        path
        for path in templates()
        if path.name.startswith("_") or path.parent.name in {"components", "parts"}
    ]
    first = re.compile(r"(?:\{% load [^%]*%\}\n?)?(?:\{% comment %\}|\{#)")
    assert len(parts) > 60
    assert [name_of(path) for path in parts if not first.match(text_of(path))] == []


def test_templates_write_dates_by_the_name_of_a_shape():
    """A pattern in a template would be every language's."""
    fixed = re.compile(r"\|\s*(?:date|time)\b|\{%\s*now\b")
    assert [name_of(path) for path in templates() if fixed.search(text_of(path))] == []
    named = {shape for path in templates() for shape in re.findall(r"\|when(?::\"(\w*)\")?", text_of(path))}
    assert named <= {*SHAPES, MACHINE}


def test_files_are_named_by_what_they_hold():
    assert [name_of(path) for path in sources() if path.name in VAGUE_NAMES] == []


@pytest.mark.parametrize("word", FORBIDDEN_NAMES)
def test_what_would_break_a_promise_is_used_nowhere_else(word):
    """Checks 8, 27, 43 and 50, and the admin features with a record of leaks."""
    users = {name_of(path) for path in sources() if word in names_used(path)}
    assert users == FORBIDDEN_NAMES[word], "an exception that nobody needs any more goes, too"


def test_forms_name_their_fields():
    """Check 44: a field added to a model must never become editable by itself."""
    assert [
        name_of(path) for path in sources() if re.search(r"fields\s*=\s*['\"]__all__", text_of(path))
    ] == []


@pytest.mark.parametrize("fault", FORBIDDEN_IN_TEMPLATES)
def test_no_template_holds(fault):
    pattern, allowed = FORBIDDEN_IN_TEMPLATES[fault], MAY_HOLD.get(fault)
    found = [
        f"{name_of(path)}: {match.group(0)[:80]}"
        for path in templates()
        if not (allowed and allowed.match(name_of(path)))
        for match in pattern.finditer(text_of(path))
    ]
    assert found == []


@pytest.mark.parametrize("fault", MAY_HOLD)
def test_each_exception_is_still_needed(fault):
    pattern, allowed = FORBIDDEN_IN_TEMPLATES[fault], MAY_HOLD[fault]
    excepted = [path for path in templates() if allowed.match(name_of(path))]
    assert any(pattern.search(path.read_text()) for path in excepted)


def test_no_app_may_import_what_it_does_not():
    """`MAY_IMPORT` says what is so; a permission nobody uses would let an arrow in unseen."""
    used: dict[str, set[str]] = {app: set() for app in APPS}
    for path in sources():
        app = name_of(path).partition("/")[0]
        used[app] |= {found.partition(".")[0] for found in imported(ast.parse(path.read_text()))}
    assert {app: MAY_IMPORT[app] - used[app] for app in APPS if MAY_IMPORT[app] - used[app]} == {}


def test_nothing_is_called_safe_by_its_type():
    calls = [
        name_of(path)
        for path in sources()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"SafeString", "SafeText"}
    ]
    assert calls == []


def test_style_sheets_know_no_left_and_right():
    """Right-to-left languages get the same sheet."""
    physical = re.compile(
        r"(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)\s*:|text-align:\s*(?:left|right)"
    )
    found = [
        f"{name_of(path)}: {match.group(0).strip()}"
        for path in sorted((ROOT / "static/css/src").glob("*.css"))
        for match in physical.finditer(text_of(path))
    ]
    assert found == []


def test_papers_and_sources_name_no_machine():
    """A path of somebody's home or workplace helps nobody else."""
    papers = [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *sources(),
        ROOT / "Makefile",
        ROOT / ".ci/run",
    ]
    machine = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/|\.\./shared")
    assert [name_of(path) for path in papers if path.exists() and machine.search(text_of(path))] == []


def test_pins_name_no_index_and_every_package_has_its_hash():
    """Check 59."""
    for path in (ROOT / "requirements").glob("*.txt"):
        text = text_of(path)
        assert "://" not in text
        blocks = re.split(r"\n(?=\S)", text.strip())
        assert [block.split()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_every_dependency_says_why_it_is_there():
    listed = re.findall(r'^    "([^"]+)",(.*)$', (ROOT / "pyproject.toml").read_text(), flags=re.MULTILINE)
    packages = [(name, why) for name, why in listed if ">=" in name]
    assert len(packages) > 20
    assert [name for name, why in packages if not why.strip().startswith("#")] == []
