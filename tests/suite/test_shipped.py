"""The guide and the catalog are loaded once a process, and put back as the commands would load them."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from content.models import Article
from hospitals.models import Hospital
from programs.models import Program
from tests.factories import make_hospital
from tests.shipped import CATALOG, GUIDE, execute, quoted

TESTS = Path(__file__).resolve().parent.parent
LOADERS = re.compile(r"\b(?:load_(?:guide|hospitals|programs))\b")
# The tests of loading itself, this one, and the one place that loads for all others.
MAY_LOAD = {
    "shipped.py",
    "suite/test_shipped.py",
    "content/loading/test_loading.py",
    "hospitals/test_languages.py",
    "hospitals/test_loading.py",
    "programs/test_loading.py",
}


def test_each_is_loaded_once_however_often_it_is_asked_for(as_shipped, catalog, guide):
    as_shipped.keep(*CATALOG)
    as_shipped.keep(*GUIDE)
    assert as_shipped.loaded == dict.fromkeys((*CATALOG, *GUIDE), 1)


def test_no_other_test_loads_them_by_itself():
    loading = {
        path.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.py") if LOADERS.search(path.read_text())
    }
    assert loading - MAY_LOAD == set()


@pytest.fixture
def atlantis(catalog) -> Hospital:
    return make_hospital("atlantis")


@pytest.fixture
def tables(as_shipped, catalog, guide) -> list[str]:
    return [*as_shipped.tables[CATALOG], *as_shipped.tables[GUIDE]]


def test_what_is_put_back_is_what_the_commands_load(tables):
    back = {table: rows_of(table) for table in tables}
    for table in tables:
        execute(f"DELETE FROM {quoted(table)}")
    for command in (*CATALOG, *GUIDE):
        call_command(command, verbosity=0)
    assert {table: rows_of(table) for table in tables} == back
    assert len(back["programs_program"]) == 30
    connection.check_constraints()


def rows_of(table: str) -> list[dict]:
    """In the order they were made. Numbers are told from the first of their column, moments not at all."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quoted(table)} ORDER BY id")
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    joins_two = all(name.endswith("id") for name in names)  # its own numbers say nothing
    for name in names:
        given = [row[name] for row in rows if row[name] is not None]
        for row in rows:
            if name.endswith("_at") or (joins_two and name == "id"):
                del row[name]
            elif name.endswith("id") and row[name] is not None:
                row[name] -= min(given)
    return sorted(rows, key=lambda row: [*row.values()]) if joins_two else rows


def test_a_row_made_afterwards_stands_behind_them(catalog, atlantis):
    assert Hospital.objects.order_by("pk").last() == atlantis


def test_a_test_with_real_transactions_gets_them_too(transactional_db, catalog, guide):
    assert (Program.objects.count(), Article.objects.public().count()) == (30, 11)
