"""The desk in a language that nobody speaks: lists, a case, each decision, the guide's texts. As on everyone else's
pages, what stays in English is in no catalog, or is somebody's own."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User

from content.models import Article, ArticleRevision, Reference
from content.publishing import reports, revisions
from enquiries.actions import answering
from enquiries.desk.decisions.table import DECISIONS
from enquiries.models import Enquiry, Message, Notice, QuoteRequest
from enquiries.words.actors import Actor
from ground.berlin import today_in_berlin
from hospitals.models import Hospital, Source
from tests import factories
from tests.enquiries.desk.filling import filled as typed_into
from tests.enquiries.desk.test_page import filled
from tests.languages.desk_walk import Page, read_by, signed_in
from tests.languages.made_up import CODE
from tests.languages.test_outside_gettext import outside
from tests.portal.access.access_table import COORDINATOR, EDITOR, STAFF

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OWN = "Canary words"
# Stands so in the markup of Django's own lists, past its catalogs.
OF_DJANGO = ("Search", "True", "False")
# What an editor has to type exactly so.
SYNTAX = ("picture name",)


@pytest.fixture
def staff(db) -> dict[str, User]:
    return {group: factories.make_staff(group, group) for group in STAFF}


@pytest.fixture
def case(catalog, staff) -> Enquiry:
    """Something of each kind, and a hospital's question nobody has dealt with."""
    ulm, freiburg = Hospital.objects.get(slug="ulm"), Hospital.objects.get(slug="freiburg")
    enquiry = filled(ulm, freiburg, staff[COORDINATOR], texts=[OWN])
    asked = factories.release(factories.make_enquiry(ulm, key="second"), ulm, staff[COORDINATOR])
    answering.ask(quote_request=asked, text=OWN, by=Actor.hospital(asked))
    return enquiry


@pytest.fixture
def guide_at_work(guide, staff) -> None:
    """A draft, a text that waits for its review, a reader's report."""
    drafts = [
        revisions.start_draft(
            article=article, title=OWN, summary=OWN, body="The blasts grow again.\n", by=staff[EDITOR],
            written_on=today_in_berlin(),
        )
        for article in Article.objects.order_by("pk")[:2]
    ]  # fmt: skip
    revisions.submit(revision=drafts[0], by=staff[EDITOR])
    reports.report(path="/about/", text=OWN)


def names() -> Iterator[str]:
    """What is called so in every language: accounts, codes, keys, addresses, publishers and titles of others' works."""
    yield from User.objects.values_list("username", flat=True)
    yield from Article.objects.values_list("slug", flat=True)
    for row in Source.objects.values_list("code", "publisher", "title"):
        yield from row
    for row in Reference.objects.values_list("key", "publisher", "title"):
        yield from row
    for row in Hospital.objects.values_list("land_code", "slug", "language", "catalog_name"):
        yield from row


def explained() -> list[str]:
    bodies = ArticleRevision.objects.values_list("body", flat=True)
    return [OWN, *names(), *OF_DJANGO, *SYNTAX, *bodies]


def test_each_page_that_the_desks_links_lead_to_can_be_translated_whole(made_up, staff, case, guide_at_work):
    pages = [page for user in staff.values() for page in read_by(user, CODE)]
    assert len(pages) >= 80
    assert outside(pages, *explained()) == {}


def subjects(enquiry: Enquiry) -> dict[type, object]:
    ulm = Hospital.objects.get(slug="ulm")
    return {
        Enquiry: enquiry,
        QuoteRequest: factories.request_to(enquiry, ulm),
        Message: enquiry.messages.first(),
        Notice: enquiry.notices.first(),
    }


def each_decision(user: User, enquiry: Enquiry) -> Iterator[Page]:
    """Each as it is opened, as it is sent empty, and as it is sent on a page that has grown old."""
    client, known = signed_in(user, CODE), subjects(enquiry)
    for row in DECISIONS:
        url = row.url(known[row.on.model])
        opened = client.get(url)
        yield row.key, opened.text
        if row.button:
            yield f"{row.key}, nothing typed", client.post(url, {}).text
            typed = typed_into(row.form()) if row.form else {}
            yield f"{row.key}, too late", client.post(url, typed | {"seen": "0"}).text


def test_each_decision_can_be_translated_whole_also_where_it_is_refused(made_up, staff, case):
    pages = list(each_decision(staff[COORDINATOR], case))
    assert len(pages) >= len(DECISIONS)
    assert outside(pages, *explained()) == {}
