"""The people at the doors of the two personal zones, with the codes from their mails."""

from django.test import Client

from enquiries import codes
from enquiries.models import Enquiry, QuoteRequest

WRONG_CODE = "-".join(["0000"] * 6)


def family_code(enquiry: Enquiry, *, by_mail: bool = True) -> str:
    """The code of the mails, or else the one that the receipt showed."""
    return codes.code_text(enquiry.codes.usable().filter(purpose="family", by_mail=by_mail).latest("pk"))


def hospital_code(quote_request: QuoteRequest) -> str:
    return codes.code_text(quote_request.codes.usable().filter(purpose="hospital").latest("pk"))


def as_family(enquiry: Enquiry) -> Client:
    client = Client()
    response = client.post("/status/", {"code": family_code(enquiry)})
    assert (response.status_code, response.url) == (302, "/status/enquiry/")
    return client


def as_hospital(quote_request: QuoteRequest) -> Client:
    client = Client()
    response = client.post("/clinic/", {"code": hospital_code(quote_request)})
    assert (response.status_code, response.url) == (302, "/clinic/request/")
    return client


def text_of(response) -> str:
    """The page's main part in one line, tags left out."""
    import html
    import re

    body = response.content.decode()
    body = body[body.index("<main") : body.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())
