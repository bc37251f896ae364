"""Inside an app, too, imports run one way: from a room to those above it, never back and never across."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.portal.house.test_house import APPS, ROOT

# From the top: a room may import those in the lines above its own. Rooms in one line know nothing of each other. A room
# is a folder or a module, and `a/b` is a room inside `a`.
ROOMS: dict[str, list[set[str]]] = {
    "languages": [
        {"offered", "formats"},
        {"addresses", "catalogs", "made", "names", "validation"},
        {"activation", "checks", "dates"},
        {"templatetags"},
    ],
    "accounts": [{"models"}, {"language"}, {"forms"}, {"language_page"}],
    "ground": [
        {
            "berlin",
            "decisions",
            "declared",
            "hits",
            "page_number",
            "sections",
            "signed_in",
            "taken_down",
            "translated",
        },
        {"loading"},
    ],
    "hospitals": [
        {"fact_keys", "own_clocks"},
        {"models"},
        {"loading", "search"},
        {"pages"},
    ],
    "programs": [
        {"models"},
        {"loading", "picks", "search"},
        {"pages"},
    ],
    "content": [
        {"words"},
        {"models"},
        {"rendering"},
        {"publishing", "search"},
        {"loading", "pages"},
        {"desk"},
    ],
    "all_portal": [
        {"env", "serving/lines_without_codes", "declared"},
        {"serving/logs"},
        {"settings"},
        {"serving"},
        {"look"},
        {"checks", "sign_in", "pages/reportable"},
        {"templatetags"},
        {"pages", "demo"},
        {"admin_site", "urls", "wsgi"},
    ],
    "enquiries": [
        {"words"},
        {"sealing"},
        {"models"},
        {"codes", "files"},
        {"rules"},
        {"actions", "templatetags"},
        {"documents"},
        {"entry", "forms"},
        {"family/door"},
        {"background", "family/enquiry", "family/status", "clinic"},
        {"desk/addresses", "desk/read_only", "desk/times"},
        {"desk/decisions"},
        {"desk/page", "desk/lists"},
        {"desk/enquiry_admin", "desk/notice_admin"},
        {"demo"},
    ],
}
# Where Django comes in. They open every room, and no room looks back at them.
DOORS = {"__init__", "admin", "apps", "management", "migrations"}
MOST_MODULES = 15


def needed_to_load(path: Path) -> set[str]:
    """The modules of ours that are loaded with this one; not what only a type checker reads, nor what a call loads."""
    found: set[str] = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def circle(needs: dict[str, set[str]]) -> list[str]:
    """A way that comes back to where it began; [] when there is none."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        found = next(filter(None, (walk(other, [*way, name]) for other in sorted(needs[name]))), [])
        done.add(name)
        return found

    return next(filter(None, (walk(name, []) for name in sorted(needs))), [])


def modules(app: str) -> Iterator[tuple[str, Path]]:
    """(the dotted name below the app, the file); a package goes by its folder's name."""
    for path in sorted((ROOT / app).rglob("*.py")):
        parts = path.relative_to(ROOT / app).with_suffix("").parts
        is_wall = path.name == "__init__.py" and not path.read_text().strip() and len(parts) > 1
        if "migrations" not in parts and not is_wall:
            yield ".".join(parts).removesuffix(".__init__"), path


def imported(app: str, path: Path) -> Iterator[str]:
    """What a file imports of its own app; `from app import room` counts as the room."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.removeprefix(f"{app}.") for name in names if name.startswith(f"{app}."))


def room_of(app: str, name: str) -> str:
    """The longest room's name that `name` begins with; else its first part, a door or a stray."""
    rooms = [room for line in ROOMS[app] for room in line]
    inside = [room for room in rooms if f"{name}.".startswith(f"{room.replace('/', '.')}.")]
    return max(inside, key=len, default=name.partition(".")[0])


def line_of(app: str, room: str) -> int:
    return next(number for number, line in enumerate(ROOMS[app]) if room in line)


@pytest.mark.parametrize("app", ROOMS)
def test_every_module_is_in_a_room(app):
    known = set().union(*ROOMS[app]) | DOORS
    assert {name for name, _path in modules(app) if room_of(app, name) not in known} == set()


@pytest.mark.parametrize("app", ROOMS)
def test_every_room_named_is_there(app):
    there = {room_of(app, name) for name, _path in modules(app)}
    assert set().union(*ROOMS[app]) <= there


@pytest.mark.parametrize("app", ROOMS)
def test_a_room_imports_only_what_stands_above_it(app):
    wrong = []
    for name, path in modules(app):
        room = room_of(app, name)
        if room in DOORS:
            continue
        for found in imported(app, path):
            other = room_of(app, found)
            is_wrong = other in DOORS or line_of(app, other) >= line_of(app, room)
            if other != room and is_wrong:
                wrong.append(f"{app}.{name} imports {found}")
    assert wrong == []


@pytest.mark.parametrize("top", [*APPS, "tests", "bench", "scripts"])
def test_no_folder_holds_more_modules_than_an_eye_takes_in(top):
    folders = Counter(
        path.parent.relative_to(ROOT).as_posix()
        for path in (ROOT / top).rglob("*.py")
        if path.name != "__init__.py" and path.parent.name != "migrations"
    )
    assert {folder: count for folder, count in folders.items() if count > MOST_MODULES} == {}


def test_no_module_needs_itself_by_a_detour():
    """A package's `__init__` only gathers names: who takes one from it needs the module behind, which is looked at."""
    paths = {
        f"{app}.{name}": path for app in APPS for name, path in modules(app) if path.name != "__init__.py"
    }
    assert circle({name: needed_to_load(path) & paths.keys() for name, path in paths.items()}) == []


def test_a_circle_is_seen():
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
