"""python -m bench.crossings [--path] [--open]: how often one sending goes from one of our modules to another.

A family's enquiry is sent, and a hospital's quote, as a browser would send them, on a throw-away database with the
catalog. What is written down is the path: the module of each called function, in the order of the calls. A step to
another module is a crossing; it goes back up when the module entered stands above the one left, which is to say imports
it, itself or through others. Who reads the code to follow the sending turns the page as often.

Not on the path: models, sealing, words and the kinds of form fields (each column and field is treated alike, whatever
the way of the code), the middlewares, what runs inside an action (the zone sees it from outside; --open follows it in),
and what Python makes by itself: comprehensions, lambdas, dataclasses, a generator that goes on. --path prints the
paths, ^ where they go up.
"""

import ast
import os
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from inspect import CO_GENERATOR
from pathlib import Path
from types import CodeType, FrameType

import django

ROOT = Path(__file__).resolve().parent.parent
APPS = ("content", "enquiries", "ground", "hospitals", "programs")
ZONES = ("enquiries.entry", "enquiries.rules", "enquiries.forms", "enquiries.family", "enquiries.clinic")
ACTIONS = ("enquiries.actions", "enquiries.documents")
FOLLOWED = (*ZONES, *ACTIONS, "programs.picks")
FIELD_KINDS = {
    "enquiries.forms.months",
    "enquiries.forms.plain_text",
    "enquiries.forms.ready_fields",
    "enquiries.forms.sums",
}


class Follower:
    """For sys.setprofile: keeps the modules entered, each once as long as the call after it stays there."""

    def __init__(self, *, into_actions: bool) -> None:
        self.into_actions = into_actions
        self.path: list[str] = []
        self._action: FrameType | None = None
        self._generators: set[FrameType] = set()

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "return" and frame is self._action:
            self._action = None
        if event == "call" and self._action is None and not self._goes_on(frame):
            self._enter(frame)

    def _enter(self, frame: FrameType) -> None:
        module = module_of(frame.f_code)
        if not module.startswith(FOLLOWED) or module in FIELD_KINDS:
            return
        if self.path[-1:] != [module]:
            self.path.append(module)
        if module.startswith(ACTIONS) and not self.into_actions:
            self._action = frame

    def _goes_on(self, frame: FrameType) -> bool:
        """A generator's frame is called again for each thing it yields."""
        if not frame.f_code.co_flags & CO_GENERATOR:
            return False
        seen = frame in self._generators
        self._generators.add(frame)
        return seen


@cache
def module_of(code: CodeType) -> str:
    """ "" for what is not ours or has no name of its own."""
    file = Path(code.co_filename)
    if code.co_name.startswith("<") or not file.is_relative_to(ROOT):
        return ""
    return name_of(file)


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def modules() -> dict[str, Path]:
    return {name_of(file): file for app in APPS for file in (ROOT / app).rglob("*.py")}


@cache
def imported(module: str) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(modules()[module].read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found & modules().keys() - {module})


@cache
def stands_on(module: str) -> frozenset[str]:
    """Everything below it, however far."""
    below: set[str] = set()
    new = imported(module)
    while new:
        below |= new
        new = frozenset().union(*map(imported, new)) - below
    return frozenset(below)


def turns_up(path: list[str]) -> list[int]:
    """Where the path goes back up."""
    return [at for at in range(1, len(path)) if path[at - 1] in stands_on(path[at])]


def path_of(send: Callable[[], object], *, into_actions: bool) -> list[str]:
    follower = Follower(into_actions=into_actions)
    sys.setprofile(follower)
    try:
        send()
    finally:
        sys.setprofile(None)
    return follower.path


def main(arguments: list[str]) -> int:
    into_actions = "--open" in arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    with import_module("bench.sendings").prepared() as sendings:
        paths = {name: path_of(send, into_actions=into_actions) for name, send in sendings.items()}
    print("| one POST sends | crossings | of them back up |\n| --- | --- | --- |")
    for name, path in paths.items():
        print(f"| {name} | {len(path) - 1} | {len(turns_up(path))} |")
    if "--path" in arguments:
        for name, path in paths.items():
            up = turns_up(path)
            print(
                f"\n{name}", *(f"{'^' if at in up else ' '} {one}" for at, one in enumerate(path)), sep="\n  "
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
