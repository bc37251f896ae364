"""Each answer is shown to whom its question names, and to nobody else. One answer is changed; who has it before the
eyes sees another page."""

import pytest
import time_machine

from enquiries.actions import deciding
from enquiries.models import AccessLogEntry, Enquiry
from enquiries.words.actors import Actor
from enquiries.words.questions import QUESTIONS, examples
from enquiries.words.questions.parts import Reader
from tests import factories
from tests.enquiries.desk.desk import Desk
from tests.enquiries.entry.zone_doors import as_family, as_hospital, text_of
from tests.enquiries.family.enquiry.enquiry_pages import posted
from tests.enquiries.words.questions import another

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
by_field = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.field)
A_MONDAY = "2026-11-23T09:00:00Z"


@pytest.fixture(autouse=True)
def one_moment():
    """So that nothing but the answer makes two pages differ."""
    with time_machine.travel(A_MONDAY, tick=False):
        yield


def with_another(enquiry: Enquiry, question) -> None:
    fresh = Enquiry.objects.get(pk=enquiry.pk)
    setattr(fresh, question.field, another(question))
    fresh.save()


def read(client, path: str) -> str:
    AccessLogEntry.objects.all().delete()
    response = client.get(path)
    assert response.status_code == 200
    return text_of(response)


@by_field
def test_the_family_reads_each_answer_back_before_it_sends(family, question):
    everything = {"p": ["ulm-21"]}
    for one in QUESTIONS:
        everything |= posted(one, examples()[one.field])
    changed = everything | posted(question, another(question))
    key = {"form_key": [family.key()]}
    before, after = (
        text_of(family.client.post("/enquiry/check/", typed | key)) for typed in (everything, changed)
    )
    label = str(question.family.label)
    assert f"{label} " in before
    assert question.kind.words(examples()[question.field]) in before
    assert before != after
    assert question.kind.words(another(question)) in after


@by_field
def test_the_coordinator_reads_each_answer(client, carla, haddad, question):
    desk = Desk(client, carla)
    before = read(desk.client, desk.url(haddad))
    with_another(haddad, question)
    after = read(desk.client, desk.url(haddad))
    assert before != after
    assert question.kind.words(another(question)) in after


@by_field
@pytest.mark.parametrize(
    "reader", [Reader.HOSPITAL, Reader.CHOSEN_HOSPITAL], ids=lambda reader: reader.name.lower()
)
def test_a_hospital_reads_what_the_question_gives_it_and_nothing_else(haddad, ulm, carla, question, reader):
    quote_request = factories.release(haddad, ulm, carla)
    if reader is Reader.CHOSEN_HOSPITAL:
        factories.release_quote(factories.quote(quote_request), carla)
        deciding.accept(quote_request=quote_request, by=Actor.family(haddad))
    client = as_hospital(quote_request)
    before = read(client, "/clinic/request/")
    with_another(haddad, question)
    after = read(client, "/clinic/request/")
    assert (before != after) is (reader in question.readers)


@by_field
def test_the_preview_says_what_the_hospital_reads(client, carla, haddad, ulm, question):
    desk = Desk(client, carla)
    quote_request = factories.request_to(haddad, ulm)
    url = desk.url(haddad, "release", quote_request.reference)
    before = read(desk.client, url)
    with_another(haddad, question)
    assert (read(desk.client, url) != before) is (Reader.HOSPITAL in question.readers)


def test_nobody_who_holds_the_family_s_code_reads_answers_on_its_page(haddad):
    """A code in wrong hands opens the course of things, not the illness."""
    client = as_family(haddad)
    before = read(client, "/status/enquiry/")
    for question in QUESTIONS:
        with_another(haddad, question)
    assert read(client, "/status/enquiry/") == before
