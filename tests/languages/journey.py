"""An enquiry from the first page to the accepted quote, in one language: every page that its family and its hospital
come by, each under a name."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.test import Client

from enquiries.models import Enquiry
from hospitals.models import Hospital
from tests import factories
from tests.enquiries.entry.zone_doors import WRONG_CODE, family_code, hospital_code
from tests.enquiries.family.enquiry.enquiry_pages import ANSWERS, Inputs

Page = tuple[str, str]
# What the people of the journey write themselves; it stays in their own words.
OWN_WORDS = ("Which day is best?", "Our own form is wanted.", "We hope for an early day.")
NAMES = (
    *(ANSWERS[name][0] for name in ("given_name", "family_name", "relationship", "email")),
    "Canary-Haddad",
    "requests@ulm.example.org",
)


def shown(name: str, response: HttpResponse) -> Page:
    assert response.status_code in {200, 409, 422}, (name, response.status_code)
    return name, response.content.decode()


class Walk:
    def __init__(self, prefix: str, language: str, coordinator) -> None:
        self.prefix, self.language, self.coordinator = prefix, language, coordinator
        self.client = Client()

    def get(self, name: str, path: str, client: Client | None = None) -> Page:
        return shown(name, (client or self.client).get(self.prefix + path))

    def post(self, name: str, path: str, data: dict, client: Client | None = None) -> Page:
        return shown(name, (client or self.client).post(self.prefix + path, data))

    def enquiry(self) -> Iterator[Page]:
        form = self.get("the form", "/enquiry/?p=ulm-21&advise=aachen")
        yield form
        key = Inputs(form[1]).forms[f"{self.prefix}/enquiry/check/"]["form_key"]
        answers = ANSWERS | {"form_key": key}
        yield self.post("sent without answers", "/enquiry/check/", {"form_key": key})
        yield self.post("in an emergency", "/enquiry/check/", answers | {"emergency_signs": ["yes"]})
        check = self.post("to check", "/enquiry/check/", answers)
        yield check
        page = Inputs(check[1])
        ready = page.forms[f"{self.prefix}/enquiry/send/"]
        yield self.post("without consent", "/enquiry/send/", ready)
        boxes = {name: ["on"] for name in page.unticked if name.startswith("consent_")}
        sent = self.client.post(f"{self.prefix}/enquiry/send/", ready | boxes)
        assert (sent.status_code, sent.url) == (303, f"{self.prefix}/enquiry/sent/")
        yield self.get("the receipt", "/enquiry/sent/")

    def door(self, zone: str) -> Iterator[Page]:
        client = Client()
        yield self.get(f"the door to {zone}", f"/{zone}/?ended=1", client)
        yield self.post(f"a wrong code at {zone}", f"/{zone}/", {"code": WRONG_CODE}, client)
        yield self.post(f"no code at {zone}", f"/{zone}/", {"code": ""}, client)
        yield self.get(f"having left {zone}", f"/{zone}/left/", client)

    def hospital(self, enquiry: Enquiry, hospital: Hospital) -> Iterator[Page]:
        """Up to the quote that its coordinator has released."""
        request = factories.release(enquiry, hospital, self.coordinator)
        client = Client()
        assert client.post(f"{self.prefix}/clinic/", {"code": hospital_code(request)}).status_code == 302
        yield self.get("the request", "/clinic/request/", client)
        yield self.get("to ask", "/clinic/request/ask/", client)
        yield self.get("to decline", "/clinic/request/decline/", client)
        yield self.post("declined without a reason", "/clinic/request/decline/", {}, client)
        yield self.get("to quote", "/clinic/request/quote/", client)
        yield self.post("a quote without a sum", "/clinic/request/quote/", {"go": "check"}, client)
        quote = factories.quote(request)
        yield self.get("quoted", "/clinic/request/", client)
        factories.release_quote(quote, self.coordinator)
        yield self.get("released", "/clinic/request/", client)
        yield self.get("to decline too late", "/clinic/request/decline/", client)

    def family(self, enquiry: Enquiry, hospital: Hospital) -> Iterator[Page]:
        client = Client()
        assert client.post(f"{self.prefix}/status/", {"code": family_code(enquiry)}).status_code == 302
        factories.ask_family(enquiry, self.coordinator, OWN_WORDS[2])
        one = f"/status/enquiry/{hospital.slug}"
        yield self.get("where it stands", "/status/enquiry/", client)
        yield self.get("to write", "/status/enquiry/write/", client)
        yield self.get("documents", "/status/enquiry/documents/", client)
        yield self.get("to choose", f"{one}/choose/", client)
        yield self.get("to turn down", f"{one}/turn-down/", client)
        yield self.get("to withdraw", f"{one}/withdraw/", client)
        yield self.get("to withdraw all", "/status/enquiry/withdraw/", client)
        yield self.get("a new link", "/status/new-link/", client)
