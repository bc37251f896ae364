"""The portal as shipped, loaded once a process. What the loading commands filled is kept in tables beside the real
ones; a test gets it by copying inside the database, which takes a hundredth of the time."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection, transaction

CATALOG = ("load_hospitals", "load_programs")
GUIDE = ("load_guide",)


class Shipped:
    def __init__(self) -> None:
        self.loaded: Counter[str] = Counter()
        self.tables: dict[tuple[str, ...], list[str]] = {}

    def keep(self, *commands: str) -> None:
        """The only place of the suite that loads for other tests' use."""
        if commands in self.tables:
            return
        assert not connection.in_atomic_block, "what is kept would go away with the transaction around it"
        with transaction.atomic():
            before = rows_of_tables()
            for command in commands:
                call_command(command, verbosity=0)
                self.loaded[command] += 1
            filled = [table for table, rows in rows_of_tables().items() if rows != before[table]]
            assert not any(before[table] for table in filled), "only into empty tables"
            for table in filled:
                execute(f"DROP TABLE IF EXISTS {kept(table)}")  # of an earlier run, with --reuse-db
                execute(f"CREATE TABLE {kept(table)} AS SELECT * FROM {quoted(table)}")
            for table in filled:
                execute(f"DELETE FROM {quoted(table)}")
        self.tables[commands] = filled

    def put_back(self, *commands: str) -> None:
        """Numbers of new rows go on behind these: no sequence is turned back by a rollback or a flush."""
        with transaction.atomic():
            for table in self.tables[commands]:
                execute(f"INSERT INTO {quoted(table)} SELECT * FROM {kept(table)}")


def execute(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def quoted(table: str) -> str:
    return connection.ops.quote_name(table)


def kept(table: str) -> str:
    return quoted(f"shipped_{table}")


def rows_of_tables() -> dict[str, int]:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return {table: execute(f"SELECT count(*) FROM {quoted(table)}")[0][0] for table in tables}


@pytest.fixture(scope="session")
def as_shipped() -> Shipped:
    return Shipped()


# Of the whole session, so that pytest makes them before a test's own transaction begins.
@pytest.fixture(scope="session")
def kept_catalog(as_shipped, django_db_setup, django_db_blocker) -> None:
    with django_db_blocker.unblock():
        as_shipped.keep(*CATALOG)


@pytest.fixture(scope="session")
def kept_guide(as_shipped, django_db_setup, django_db_blocker) -> None:
    with django_db_blocker.unblock():
        as_shipped.keep(*GUIDE)


@pytest.fixture
def catalog(as_shipped, kept_catalog, db) -> None:
    """The hospitals and programs as shipped."""
    as_shipped.put_back(*CATALOG)


@pytest.fixture
def shipped_guide(as_shipped, kept_guide, db) -> None:
    """The disease guide as shipped."""
    as_shipped.put_back(*GUIDE)


@pytest.fixture
def guide(shipped_guide) -> None:
    """The same; the tests of the guide itself have a smaller one under this name."""


@pytest.fixture
def served(transactional_db, live_server, catalog, guide) -> str:
    """The address of the portal as shipped, with its catalog and its guide, for a browser."""
    return live_server.url
