"""Both zones go through one door: the same codes open nothing, the same visits end, and leaving clears."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from enquiries import codes
from enquiries.entry.code_entry import DOES_NOT_FIT
from enquiries.models import AccessCode, Enquiry, QuoteRequest
from hospitals.models import Hospital
from tests import factories
from tests.enquiries.entry.zone_doors import (
    WRONG_CODE,
    as_family,
    as_hospital,
    family_code,
    hospital_code,
    text_of,
)
from tests.portal.access.access_table import FAMILY, HOSPITAL, TABLE
from tests.portal.access.routes import routes

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Zone:
    start: str
    inside: str
    form: str
    typed: dict[str, str]
    session: tuple[timedelta, timedelta]
    enter: Callable[[], Client]
    code: Callable[[], str]
    renew: Callable[[], AccessCode]


@pytest.fixture(params=["family", "hospital"])
def zone(request, haddad, ulm, carla) -> Zone:
    sent = factories.release(haddad, ulm, carla)
    if request.param == "family":
        return Zone(
            "/status/",
            "/status/enquiry/",
            "/status/enquiry/write/",
            {"text": "Canary words"},
            settings.FAMILY_SESSION,
            lambda: as_family(haddad),
            lambda: family_code(haddad),
            lambda: codes.issue(purpose="family", enquiry=haddad),
        )
    return Zone(
        "/clinic/",
        "/clinic/request/",
        "/clinic/request/ask/",
        {"text": "Canary words"},
        settings.HOSPITAL_SESSION,
        lambda: as_hospital(sent),
        lambda: hospital_code(sent),
        lambda: codes.issue(purpose="hospital", enquiry=haddad, quote_request=sent),
    )


def is_in(client: Client, zone: Zone) -> bool:
    response = client.get(zone.inside)
    assert response.status_code == 200 or (response.status_code, response.url) == (
        302,
        f"{zone.start}?ended=1",
    )
    return response.status_code == 200


def end_by(how: str, zone: Zone) -> None:
    if how == "expired":
        AccessCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif how == "revoked":
        AccessCode.objects.update(revoked_at=timezone.now())
    elif how == "superseded":
        zone.renew()


def test_the_right_code_opens_and_a_wrong_one_says_only_that_it_does_not_fit(zone):
    assert is_in(zone.enter(), zone)
    stranger = Client()
    response = stranger.post(zone.start, {"code": WRONG_CODE})
    assert response.context["form"].errors == {"code": [DOES_NOT_FIT]}
    assert (stranger.get(zone.inside).url) == zone.start


@pytest.mark.parametrize("how", ["expired", "revoked", "superseded"])
def test_a_code_that_ends_ends_the_visits_it_had_opened(zone, how):
    client, code = zone.enter(), zone.code()
    end_by(how, zone)
    assert not is_in(client, zone)
    response = Client().post(zone.start, {"code": code})
    assert response.context["form"].errors == {"code": [DOES_NOT_FIT]}


def test_a_visit_ends_when_nobody_has_clicked_for_its_idle_time(zone):
    idle, _most = zone.session
    client, now = zone.enter(), timezone.now()
    with time_machine.travel(now + idle - timedelta(minutes=1), tick=False):
        assert is_in(client, zone)
    with time_machine.travel(now + idle + timedelta(minutes=1), tick=False):
        assert is_in(client, zone)  # the click before began the time anew
    with time_machine.travel(now + 2 * idle + timedelta(minutes=2), tick=False):
        assert not is_in(client, zone)


def test_a_visit_ends_at_last_however_busy_it_was(zone):
    idle, most = zone.session
    client, now = zone.enter(), timezone.now()
    step = idle - timedelta(minutes=5)
    for number in range(1, most // step + 1):
        with time_machine.travel(now + number * step, tick=False):
            assert is_in(client, zone), number
    with time_machine.travel(now + most + timedelta(seconds=5), tick=False):
        assert not is_in(client, zone)


def test_leaving_ends_the_visit_and_empties_the_browser(zone):
    client = zone.enter()
    assert client.get(f"{zone.start}leave/").status_code == 405
    assert is_in(client, zone)
    response = client.post(f"{zone.start}leave/")
    assert (response.status_code, response.url) == (302, f"{zone.start}left/")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "You are signed out." in text_of(client.get(response.url))
    assert not is_in(client, zone)
    assert [key for key in dict(client.session) if key.startswith("zone_")] == []


def test_leaving_one_zone_leaves_the_other_open(haddad, ulm, carla):
    sent = factories.release(haddad, ulm, carla)
    client = as_family(haddad)
    client.post("/clinic/", {"code": hospital_code(sent)})
    client.post("/status/leave/")
    assert client.get("/status/enquiry/").status_code == 302
    assert client.get("/clinic/request/").status_code == 200


def test_what_was_typed_when_the_visit_ended_waits_at_the_door_and_goes_on(zone):
    client = zone.enter()
    end_by("superseded", zone)
    away = client.post(zone.form, zone.typed)
    assert away.status_code == 403
    assert "Nothing is lost" in text_of(away)
    assert "Canary words" in away.text
    assert "Canary words" not in str(dict(client.session))
    kept = away.context["kept"]
    wrong = client.post(zone.start, kept | {"code": WRONG_CODE})
    assert wrong.context["kept"] == kept
    back = client.post(zone.start, kept | {"code": zone.code()})
    assert back.status_code == 200
    assert back.context["form"].initial["text"] == "Canary words"


@pytest.mark.parametrize("typed", [{}, {"text": ""}, {"text": "\x00"}])
def test_where_nothing_was_typed_nothing_is_said_to_be_kept(zone, typed):
    client = zone.enter()
    end_by("revoked", zone)
    response = client.post(zone.form, typed)
    assert response.status_code in {302, 400}
    assert "Nothing is lost" not in response.text


def views_inside() -> list:
    return [
        route for route in routes() if route.name in TABLE and TABLE[route.name].zone in {FAMILY, HOSPITAL}
    ]


@pytest.mark.parametrize("route", views_inside(), ids=lambda route: route.name)
def test_every_page_inside_is_given_whose_visit_it_is(route):
    named = list(inspect.signature(inspect.unwrap(route.view)).parameters)
    wanted = "enquiry" if TABLE[route.name].zone == FAMILY else "quote_request"
    assert named[:2] == ["request", wanted]


def test_the_zone_speaks_the_language_of_the_enquiry_or_of_the_house_from_the_door_on(zone, settings):
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    Enquiry.objects.update(language="de")
    Hospital.objects.update(language="de")
    client = Client()
    assert client.post(zone.start, {"code": zone.code()}).wsgi_request.LANGUAGE_CODE == "de"
    assert client.get(zone.inside).wsgi_request.LANGUAGE_CODE == "de"
    assert client.get(zone.start).wsgi_request.LANGUAGE_CODE == "en"
    kept = {"kept_page": "ask", "text": "Canary words"}
    assert client.post(zone.start, kept | {"code": zone.code()}).wsgi_request.LANGUAGE_CODE == "de"


def test_nothing_of_the_visit_hangs_on_the_request(zone):
    response = zone.enter().get(zone.inside)
    hung = [
        name
        for name, value in list(vars(response.wsgi_request).items())
        if isinstance(value, Enquiry | QuoteRequest | AccessCode)
    ]
    assert (response.status_code, hung) == (200, [])
