"""A browser that translates a page leaves codes, references, hospitals' names and people's own words as they are."""

from html.parser import HTMLParser

import pytest

from enquiries.actions import answering, coordinating, deciding
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import Desk
from tests.enquiries.entry.zone_doors import as_family, as_hospital
from tests.enquiries.family.enquiry.enquiry_pages import Family

pytestmark = pytest.mark.django_db
VOID = {"meta", "link", "input", "br", "img", "hr", "path", "rect", "source", "wbr"}
WORD = "Canary"
TO_THE_FAMILY = "Robin"
"""What others wrote to a family, which may need its browser to read it."""


class Translatable(HTMLParser):
    """The text of the page's body that a browser would translate; what is typed into fields never is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []
        self.feed(html.partition("<body")[2].partition(">")[2])

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            left = dict(attrs).get("translate") == "no" or tag in ("textarea", "script", "style", "option")
            self.open.append((tag, left or bool(self.open and self.open[-1][1])))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not (self.open and self.open[-1][1]):
            self.found.append(data)


def translatable(response) -> str:
    assert response.status_code == 200
    return "|".join(Translatable(response.content.decode()).found)


@pytest.fixture
def story(haddad, ulm, freiburg, carla):
    """Words of each person, a hospital that quoted and one that is asked."""
    sent = factories.release(haddad, ulm, carla)
    factories.release(haddad, freiburg, carla)
    factories.release_quote(
        factories.quote(
            sent,
            included=f"{TO_THE_FAMILY} bed",
            assumptions=f"{TO_THE_FAMILY} none",
            companion=f"{TO_THE_FAMILY} meals",
        ),
        carla,
    )
    deciding.write(enquiry=haddad, text=f"{WORD} from us", by=Actor.family(haddad))
    coordinating.write_to_family(
        enquiry=haddad, text=f"{TO_THE_FAMILY}, one question", wants_answer=True, by=Actor.coordinator(carla)
    )
    coordinating.add_note(enquiry=haddad, text=f"{WORD} note", by=Actor.coordinator(carla))
    return haddad


def left_alone(text: str, *words: str) -> None:
    assert [text[text.index(word) - 60 :][:120] for word in words if word in text] == []


@pytest.mark.parametrize(
    "path", ["", "write/", "withdraw/", "ulm/choose/", "ulm/turn-down/", "freiburg/withdraw/"]
)
def test_on_the_family_s_pages(story, path):
    text = translatable(as_family(story).get(f"/status/enquiry/{path}"))
    left_alone(text, story.reference, WORD, story.email, "Ulm University Hospital")
    assert "enquiry" in text


def test_what_others_wrote_to_a_family_its_browser_may_translate(story, freiburg):
    asked = factories.request_to(story, freiburg)
    answering.decline(
        quote_request=asked, reason="other", text=f"{TO_THE_FAMILY} regrets", by=Actor.hospital(asked)
    )
    text = translatable(as_family(story).get("/status/enquiry/"))
    for words in ("bed", "none", "meals", "regrets"):
        assert f"{TO_THE_FAMILY} {words}" in text
    assert text.count(f"{TO_THE_FAMILY}, one question") == 2
    assert f"{TO_THE_FAMILY}, one question" in translatable(as_family(story).get("/status/enquiry/write/"))


@pytest.mark.parametrize("path", ["", "quote/"])
def test_on_the_hospital_s_pages(story, ulm, path):
    quote_request = factories.request_to(story, ulm)
    text = translatable(as_hospital(quote_request).get(f"/clinic/request/{path}"))
    left_alone(text, quote_request.reference, WORD, TO_THE_FAMILY, ulm.name)


def test_on_the_desk(story, client, carla, ulm):
    text = translatable(client.get(Desk(client, carla).url(story)))
    left_alone(
        text, story.reference, factories.request_to(story, ulm).reference, WORD, TO_THE_FAMILY, story.email
    )
    assert "Internal note" in text


def test_what_was_answered_is_left_and_what_was_chosen_is_not(client, ulm, settings):
    settings.ENQUIRY_LEAST_SECONDS = 0
    text = translatable(Family(client).check(given_name=WORD, story=f"{WORD} story"))
    left_alone(text, WORD, "amira@example.org")
    assert "Jordan" in text


def test_on_the_receipt(client, ulm, settings):
    settings.ENQUIRY_LEAST_SECONDS = 0
    Family(client).send()
    page = client.get("/enquiry/sent/")
    text = translatable(page)
    left_alone(text, page.context["code"], page.context["enquiry"].reference, ulm.name)
    # What a press copies is the value, whatever a translator has made of the page's text.
    assert f'data-copy="{page.context["code"]}"' in page.content.decode()


def test_on_the_public_pages(client, catalog):
    for path in ("/", "/hospitals/", "/hospitals/ulm/", "/programs/", "/programs/ulm/21-days/"):
        text = translatable(client.get(path))
        # Titles of sources hold the name too; they are titles, in a sentence of their own.
        at = text.find("|Ulm University Hospital|")
        assert at < 0, text[at - 80 : at + 80]
