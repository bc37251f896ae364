"""Staff sign in."""

import pytest
from django.test import Client

from all_portal.sign_in import TRIES, TRIES_PER_NAME
from tests import factories

pytestmark = pytest.mark.django_db
RIGHT = "a long test password"


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def sign_in(name: str, password: str, *, ip: str = "192.0.2.1") -> int:
    response = Client(REMOTE_ADDR=ip).post("/admin/login/", {"username": name, "password": password})
    return response.status_code


def test_guessing_a_password_is_slowed_and_shuts_nobody_else_out():
    """Check 56: 302 is in, 200 is the form again."""
    factories.make_staff("carla", "coordinator")
    for _try in range(TRIES_PER_NAME):
        assert sign_in("carla", "a guess") == 200
    assert sign_in("Carla ", RIGHT) == 200
    assert sign_in("carla", RIGHT) == 200
    assert sign_in("carla", RIGHT, ip="192.0.2.2") == 302


def test_guessing_many_names_from_one_connection_is_slowed_too():
    factories.make_staff("carla", "coordinator")
    for number in range(TRIES):
        sign_in(f"name{number}", "a guess")
    assert sign_in("carla", RIGHT) == 200


def test_who_mistypes_a_few_times_comes_in():
    factories.make_staff("carla", "coordinator")
    for _try in range(TRIES_PER_NAME - 1):
        sign_in("carla", "a guess")
    assert sign_in("carla", RIGHT) == 302


def test_a_claimed_forwarding_address_gives_no_new_tries():
    """Check 46."""
    factories.make_staff("carla", "coordinator")
    client = Client(REMOTE_ADDR="192.0.2.1")
    for number in range(TRIES_PER_NAME + 1):
        client.post(
            "/admin/login/",
            {"username": "carla", "password": "a guess"},
            headers={"X-Forwarded-For": f"198.51.100.{number}"},
        )
    assert sign_in("carla", RIGHT) == 200
