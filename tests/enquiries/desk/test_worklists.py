"""The worklists: what each holds, its counts, its order, its cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding
from enquiries.desk.lists import worklists
from enquiries.desk.lists.paginator import EstimatingPaginator
from enquiries.models import Enquiry, Notice
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import LIST, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


def shown(response) -> list[str]:
    return [row.reference for row in response.context["rows"]]


@pytest.fixture
def ward(ulm, freiburg, carla):
    """Enquiries in different states, by name."""
    cast = {
        name: factories.make_enquiry(ulm, freiburg)
        for name in ("new", "asked", "question", "quoted", "closed")
    }
    cast["urgent"] = factories.make_enquiry(ulm, emergency_signs="yes")
    factories.ask_family(cast["asked"], carla)
    for name in ("question", "quoted"):
        factories.release(cast[name], ulm, carla)
        factories.release(cast[name], freiburg, carla)
    quote_request = factories.request_to(cast["question"], ulm)
    answering.ask(quote_request=quote_request, text="Which protocol?", by=Actor.hospital(quote_request))
    factories.quote(factories.request_to(cast["quoted"], ulm))
    deciding.write(enquiry=cast["quoted"], text="When?", by=Actor.family(cast["quoted"]))
    coordinating.take(enquiry=cast["quoted"], by=Actor.coordinator(carla))
    coordinating.close(enquiry=cast["closed"], reason="spam", letter="", by=Actor.coordinator(carla))
    Notice.objects.filter(pk=cast["asked"].notices.first().pk).update(state="failed", error="550")
    Enquiry.objects.filter(pk=cast["new"].pk).update(next_step_due_at=timezone.now() - timedelta(days=2))
    return cast


HOLDS = {
    "to-do": {"new", "question", "quoted", "urgent"},
    "overdue": {"new"},
    "urgent": {"urgent"},
    "new": {"new", "urgent"},
    "to-send": {"new", "urgent"},
    "questions": {"question"},
    "letters": {"quoted"},
    "quotes": {"quoted"},
    "needs-info": {"asked"},
    "waiting": set(),
    "undelivered": {"asked"},
    "mine": {"quoted"},
    "unassigned": {"new", "asked", "question", "urgent"},
    "open": {"new", "asked", "question", "quoted", "urgent"},
    "closed": {"closed"},
    "all": {"new", "asked", "question", "quoted", "urgent", "closed"},
}


def test_each_worklist_holds_these_and_says_how_many(desk, ward):
    names = {enquiry.reference: name for name, enquiry in ward.items()}
    assert set(HOLDS) == set(worklists.BY_SLUG)
    for slug, expected in HOLDS.items():
        response = desk.client.get(LIST, {"list": slug})
        assert {names[reference] for reference in shown(response)} == expected, slug
    counts = {slug: len(expected) for slug, expected in HOLDS.items() if slug not in ("closed", "all")}
    assert worklists.counts(user=desk.client.get(LIST).wsgi_request.user) == counts
    links = {str(link["label"]): link["count"] for link in response.context["worklists"]}
    assert (links["Overdue"], links["All open"], links["Closed"]) == (1, 5, None)


def test_without_a_choice_or_with_an_unknown_one_it_is_what_waits_for_us(desk, ward):
    assert desk.client.get(LIST).context["worklist"].slug == "to-do"
    assert shown(desk.client.get(LIST, {"list": "no such list"})) == shown(desk.client.get(LIST))


def test_urgent_comes_first_then_what_is_due_soonest(desk, ward):
    assert shown(desk.client.get(LIST))[:2] == [ward["urgent"].reference, ward["new"].reference]


def test_overdue_is_said_in_words_and_not_by_color_alone(desk, ward):
    page = desk.client.get(LIST).content.decode()
    assert "2 days overdue" in page
    assert "Mail not delivered" in desk.client.get(LIST, {"list": "needs-info"}).content.decode()


def test_the_list_names_no_person_and_no_illness(desk, ward):
    page = desk.client.get(LIST, {"list": "all"}).content.decode()
    for secret in ("Canary", "Amira", "amira.canary@example.org", "901820", "B-cell", "Which protocol"):
        assert secret not in page


@pytest.mark.parametrize(
    "query",
    [
        "p=9999999999999999999999",
        "p=-1",
        "p=x",
        "e=1",
        "list=%F0%9F%98%80",
        "o=1.2",
        "all=",
        "_facets=1",
        "list=" + "x" * 3000,
    ],
)
def test_no_address_breaks_the_list(desk, ward, query):
    assert desk.client.get(f"{LIST}?{query}", follow=True).status_code == 200


@pytest.mark.parametrize(
    "query", ["email_index__startswith=t1", "given_name=Amira", "assigned_to__password__startswith=p"]
)
def test_the_address_asks_the_database_nothing_else(desk, ward, query):
    assert desk.client.get(f"{LIST}?{query}").status_code == 400


def test_the_list_costs_the_same_with_1_and_with_30_enquiries(
    desk, ulm, freiburg, django_assert_num_queries, settings
):
    """Session, user, permissions (2), count, page, requests, worklist counts (2)."""
    settings.LANGUAGES = [("en", "English")]  # with a second one, the account's own is asked for
    factories.make_enquiry(ulm)
    with django_assert_num_queries(9):
        assert len(shown(desk.client.get(LIST, {"list": "all"}))) == 1
    for _number in range(29):
        factories.make_enquiry(ulm, freiburg)
    with django_assert_num_queries(9):
        assert len(shown(desk.client.get(LIST, {"list": "all"}))) == 25


def test_today_costs_the_same_with_1_and_with_30_enquiries(desk, ulm, django_assert_num_queries, settings):
    settings.LANGUAGES = [("en", "English")]
    factories.make_enquiry(ulm)
    with django_assert_num_queries(9):
        desk.client.get("/admin/")
    for _number in range(29):
        factories.make_enquiry(ulm)
    with django_assert_num_queries(9):
        page = desk.client.get("/admin/")
    tiles = {str(tile["label"]): tile["count"] for tile in page.context["today"]["worklists"]}
    assert (tiles["To do"], tiles["Mine"], len(page.context["today"]["rows"])) == (30, 0, 8)


def test_the_days_ahead_add_up_to_what_is_due(desk, ward):
    week = desk.client.get("/admin/").context["today"]["week"]
    assert (week["days"][0]["label"], week["days"][0]["count"]) == ("overdue", 1)
    assert sum(day["count"] for day in week["days"]) == 4


def test_an_editor_has_a_front_page_without_enquiries(client, ward):
    client.force_login(factories.make_staff("edda", "editor"))
    response = client.get("/admin/")
    assert response.status_code == 200
    assert "today" not in response.context
    assert "/admin/enquiries/enquiry/" not in response.content.decode()


def test_pages_beyond_the_first_go_on_where_it_ended(desk, ulm):
    for _number in range(27):
        factories.make_enquiry(ulm)
    first, second = (shown(desk.client.get(LIST, {"list": "all", "p": page})) for page in (1, 2))
    assert (len(first), len(second), len(set(first) | set(second))) == (25, 2, 27)


def test_counting_is_exact_for_few_rows_and_never_below_them_for_many(haddad, ulm, monkeypatch):
    factories.make_enquiry(ulm)
    assert EstimatingPaginator(Enquiry.objects.order_by("pk"), 25).count == 2
    monkeypatch.setattr("enquiries.desk.lists.paginator.EXACT_UP_TO", 1)
    paginator = EstimatingPaginator(Enquiry.objects.order_by("pk"), 25)
    assert paginator.is_estimate
    assert paginator.count == 2 if connection.vendor == "sqlite" else paginator.count >= 2
