"""A coordinator's desk in tests: opens pages, decides with the version the page showed."""

import re

from enquiries.models import Enquiry

LIST = "/admin/enquiries/enquiry/"


class Desk:
    def __init__(self, client, user) -> None:
        self.client = client
        client.force_login(user)

    def url(self, enquiry: Enquiry, step: str = "", key: object = "") -> str:
        parts = [enquiry.reference, step, str(key)]
        return LIST + "".join(f"{part}/" for part in parts if part)

    def open(self, enquiry: Enquiry, step: str = "", key: object = ""):
        return self.client.get(self.url(enquiry, step, key))

    def decide(self, enquiry: Enquiry, step: str, key: object = "", *, seen: str | None = None, **typed):
        """Opens the page, then posts its hidden fields with what is typed."""
        hidden = hidden_fields(self.open(enquiry, step, key))
        if seen is not None:
            hidden["seen"] = seen
        return self.client.post(self.url(enquiry, step, key), hidden | typed)


def hidden_fields(response) -> dict[str, str]:
    form = re.search(r'<form class="act".*?</form>', response.content.decode(), re.S)
    if form is None:
        return {}
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}
