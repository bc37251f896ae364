"""Loads one module or template of ours with a few words of it changed: `pytest -p tests.saboteurs.plugin`.

SABOTEUR names the one at work. Nothing is written to disk: the change is made to the source while it is read.
SABOTEUR_DATABASE names a migrated test database: the tests then run on a copy of it instead of making their own.
"""

import importlib.abc
import importlib.machinery
import os
import sys

from tests.saboteurs.table import BY_NAME, Saboteur


class SabotagedLoader(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, saboteur: Saboteur) -> None:
        super().__init__(name, path)
        self.saboteur = saboteur

    def get_code(self, fullname: str):
        source = self.get_data(self.path).decode()
        return compile(self.saboteur.broken(source), self.path, "exec", dont_inherit=True)


class Finder(importlib.abc.MetaPathFinder):
    def __init__(self, saboteur: Saboteur) -> None:
        self.saboteur = saboteur
        self.name = saboteur.module

    def find_spec(self, fullname, path, target=None):
        if fullname != self.name:
            return None
        found = importlib.machinery.PathFinder.find_spec(fullname, path)
        if found is None or found.origin is None:
            raise ImportError(f"{self.name} is not there to be sabotaged")
        found.loader = SabotagedLoader(fullname, found.origin, self.saboteur)
        return found


def break_template(saboteur: Saboteur) -> None:
    from django.template.loaders import filesystem

    read = filesystem.Loader.get_contents

    def get_contents(self, origin):
        words = read(self, origin)
        return saboteur.broken(words) if origin.template_name == saboteur.template else words

    filesystem.Loader.get_contents = get_contents


def pytest_configure(config) -> None:
    if os.environ.get("SABOTEUR_DATABASE"):
        # After pytest-django, so that its fixture is the one that counts.
        config.pluginmanager.import_plugin("tests.saboteurs.copied_database")


if name := os.environ.get("SABOTEUR"):
    if BY_NAME[name].template:
        break_template(BY_NAME[name])
    else:
        assert BY_NAME[name].module not in sys.modules, "too late: the module is loaded already"
        sys.meta_path.insert(0, Finder(BY_NAME[name]))
