"""Instead of a test database of its own, a run works on a copy of the migrated one that SABOTEUR_DATABASE names."""

import os

import pytest


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    from django.db import connection

    with django_db_blocker.unblock():
        connection.settings_dict["NAME"] = os.environ["SABOTEUR_DATABASE"]
        suffix = str(os.getpid())
        connection.creation.clone_test_db(suffix, verbosity=0)
        connection.settings_dict.update(connection.creation.get_test_db_clone_settings(suffix))
    yield
    with django_db_blocker.unblock():
        connection.close()
        connection.creation._destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
