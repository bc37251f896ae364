"""An enquiry and a quote, each typed and checked, so that one POST sends it: on a database that goes away.

Imported only once Django is set up, with the suite's settings."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.core.management import call_command
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.runner import DiscoverRunner
from django.test.utils import setup_test_environment

from hospitals.models import Hospital
from tests import factories
from tests.enquiries.entry.zone_doors import as_hospital
from tests.enquiries.family.enquiry.enquiry_pages import Family

Sending = Callable[[], object]


@contextmanager
def prepared() -> Iterator[dict[str, Sending]]:
    """By name. Each has been sent once before, by others, so that nothing is counted that happens but once."""
    setup_test_environment()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    for command in ("load_hospitals", "load_programs"):
        call_command(command, verbosity=0)
    try:
        for typed in (enquiry, quote):
            typed()()
        yield {"a family's enquiry": enquiry(), "a hospital's quote": quote()}
    finally:
        runner.teardown_databases(databases)


def enquiry() -> Sending:
    family = Family(Client())
    ready = family.ready()
    return lambda: went(family.client.post("/enquiry/send/", ready), "/enquiry/sent/")


def quote() -> Sending:
    ulm = Hospital.objects.get(slug="ulm")
    carla, _made = User.objects.get_or_create(username="carla")
    request_at_ulm = factories.release(factories.make_enquiry(ulm), ulm, carla)
    office = as_hospital(request_at_ulm)
    typed = {
        "amount_low": "48.000",
        "currency": "EUR",
        "valid_until_on": factories.in_days(60).isoformat(),
        "reference": request_at_ulm.reference,
        "revision": "0",
        "step": "send",
    }
    return lambda: went(office.post("/clinic/request/quote/", typed), "/clinic/request/")


def went(response: HttpResponseBase, where: str) -> None:
    if response.headers.get("Location") != where:
        raise SystemExit(f"It was not sent: {response.status_code} instead of a way to {where}.")
