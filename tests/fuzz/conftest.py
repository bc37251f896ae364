import re
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import Client

from enquiries import codes
from enquiries.entry import zones
from tests.factories import make_enquiry, make_staff, release
from tests.portal.access.access_table import FAMILY, HOSPITAL, STAFF, TABLE
from tests.portal.access.routes import routes

FIELD = re.compile(r'\bname="([^"]+)"')


@dataclass
class World:
    """Everyone who may come by, an enquiry that exists, and the names of every field any of them is shown."""

    visitors: dict[str, Client]
    values: dict[str, str]
    fields: list[str]


def enter(client: Client, code) -> Client:
    quote_request = HttpRequest()
    quote_request.session = client.session
    zones.enter(quote_request, code)
    quote_request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = quote_request.session.session_key
    return client


def new_client() -> Client:
    return Client(raise_request_exception=False)


def signed_in(user: User) -> Client:
    client = new_client()
    client.force_login(user)
    return client


@pytest.fixture
def world(catalog, guide) -> World:
    from hospitals.models import Hospital

    ulm, freiburg = Hospital.objects.get(slug="ulm"), Hospital.objects.get(slug="freiburg")
    enquiry = make_enquiry(ulm, freiburg)
    staff = {name: make_staff(f"{name}-in-the-storm", name) for name in STAFF}
    quote_request = release(enquiry, ulm, staff["coordinator"])
    visitors = {name: signed_in(user) for name, user in staff.items()}
    visitors["superuser"] = signed_in(User.objects.create_superuser("root-in-the-storm"))
    visitors["stranger"] = new_client()
    visitors["family"] = enter(new_client(), codes.issue(purpose="family", enquiry=enquiry))
    visitors["hospital"] = enter(
        new_client(), codes.issue(purpose="hospital", enquiry=enquiry, quote_request=quote_request)
    )
    values = {
        **{"hospital": "ulm", "days": "21", "slug": "ulm", "reference": enquiry.reference, "key": "ulm"},
        **{"object_id": str(ulm.pk), "app_label": "hospitals", "id": str(staff["editor"].pk)},
    }
    return World(visitors, values, fields_shown(visitors, values))


def fields_shown(visitors: dict[str, Client], values: dict[str, str]) -> list[str]:
    names: set[str] = set()
    for route in routes():
        answer = visitors[who_gets_furthest(route)].get(route.path(**values))
        if not answer.streaming:
            names.update(FIELD.findall(answer.content.decode(errors="replace")))
    return sorted(names)


def who_gets_furthest(route) -> str:
    row = TABLE.get(route.name)
    if row is None or row.zone is None:
        return "superuser"
    return {FAMILY: "family", HOSPITAL: "hospital"}.get(row.zone, "stranger")
