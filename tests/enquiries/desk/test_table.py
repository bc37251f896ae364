"""The table of decisions: what holds for every row, so also for the one that is written tomorrow."""

import ast
import html
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.utils.functional import Promise

from enquiries.actions import answering
from enquiries.desk.decisions.row import Standing
from enquiries.desk.decisions.rows.enquiry import NOTE, TAKE
from enquiries.desk.decisions.table import DECISIONS
from enquiries.desk.page.steps import DONE_BY
from enquiries.models import Enquiry, Event, Message, Notice, QuoteRequest
from enquiries.rules.steps import WAITING, StepKind
from enquiries.words.actors import Actor
from enquiries.words.permissions import VIEW_NOTICES
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState
from tests import factories
from tests.enquiries.desk.desk import Desk, hidden_fields
from tests.enquiries.desk.filling import filled

pytestmark = pytest.mark.django_db
each_row = pytest.mark.parametrize("row", DECISIONS, ids=lambda row: row.key)
each_act = pytest.mark.parametrize("row", [row for row in DECISIONS if row.button], ids=lambda row: row.key)
SENTENCE = "This is not possible on a Thursday."


@pytest.fixture
def desk(client, carla):
    return Desk(client, carla)


@pytest.fixture
def subject_of(haddad, ulm, carla):
    """A real subject for every row: an enquiry, a request its hospital has a question about, the question, a mail."""
    factories.release(haddad, ulm, carla)
    quote_request = factories.request_to(haddad, ulm)
    answering.ask(quote_request=quote_request, text="Which protocol?", by=Actor.hospital(quote_request))
    subjects = {
        Enquiry: haddad,
        QuoteRequest: quote_request,
        Message: haddad.messages.get(),
        Notice: haddad.notices.first(),
    }
    return lambda row: subjects[row.on.model]


@pytest.fixture
def acts(monkeypatch):
    """Puts another action into a row for as long as the test runs; returns what the action was given."""

    def replace(row, action=lambda: None):
        calls = []

        def act(subject, typed, by):
            calls.append((subject, typed, by))
            action()

        monkeypatch.setitem(vars(row), "action", act)
        return calls

    return replace


def refuse():
    raise Refused(SENTENCE)


def send(desk, url: str, *, seen: str = ""):
    """Opens the page, fills its form in and sends it; returns the answer and what was typed."""
    page = desk.client.get(url)
    typed = filled(page.context["form"])
    hidden = hidden_fields(page)
    return desk.client.post(url, hidden | typed | ({"seen": seen} if seen else {})), typed


def is_kept(response, typed: dict[str, str]) -> None:
    form, page = response.context["form"], html.unescape(response.content.decode())
    assert {name: form[name].value() for name in typed if typed[name] != "on"} == {
        name: words for name, words in typed.items() if words != "on"
    }
    assert all(words in page for words in typed.values() if words != "on")


def test_no_two_rows_have_one_key_or_one_address():
    keys = [row.key for row in DECISIONS]
    assert len(set(keys)) == len(keys) == 21
    assert [key for key in keys if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)] == []
    assert len({row.url_name for row in DECISIONS}) == len(keys)


def test_a_key_stands_in_its_row_and_nowhere_else():
    """Whoever means a decision names its row; only then a link, a right or a word can't be forgotten with it."""
    written: dict[str, list[str]] = {row.key: [] for row in DECISIONS}
    written.pop("urgent")  # the name of the enquiry's field too
    for path in [*Path("enquiries/desk").rglob("*.py"), *Path("enquiries/words").glob("permissions.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and node.value in written:
                written[node.value].append(path.parent.name)
    assert written == {key: ["rows"] for key in written}
    named = re.compile(r"desk_(?!document|search)\w|/(" + "|".join(written) + ")/")
    templates = Path("templates/admin").rglob("*.html")
    assert [path.name for path in templates if named.search(path.read_text())] == []


@each_row
def test_each_row_has_its_parts(row):
    """Words are lazy: the table is read once, its words in each reader's language."""
    said = [row.label, row.button, row.done] if row.button else [row.label]
    assert [words for words in said if not isinstance(words, Promise) or not str(words)] == []
    assert bool(row.button) is bool(row.done) is ("post" in row.methods)
    assert (row.permission, callable(row.action)) == ("enquiries.triage_enquiry", True)


@each_row
@pytest.mark.one_database
def test_each_row_is_opened_by_its_permission_at_the_address_it_names(desk, subject_of, row):
    subject = subject_of(row)
    page = desk.client.get(row.url(subject))
    assert (page.status_code, page.context["title"], page.context["decision"]) == (200, row.label, row)
    text = html.unescape(page.content.decode())
    assert f"<h1>{row.label}</h1>" in text
    if row.button and row is not NOTE:  # a note's page is the note alone
        assert all(words in text for words in [*row.will_happen(subject, None), *row.who_is_told(subject)])


@each_row
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.one_database
def test_who_may_look_at_enquiries_but_not_act_is_refused_each_of_them(client, acts, subject_of, row, method):
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_enquiry"))
    client.force_login(reader)
    events, calls = Event.objects.count(), acts(row)
    response = getattr(client, method)(row.url(subject_of(row)))
    assert (response.status_code, calls, Event.objects.count()) == (403, [], events)
    assert "Only coordinators may take this step." in response.content.decode()


@each_row
@pytest.mark.one_database
def test_it_is_the_row_s_own_permission_that_is_asked(desk, monkeypatch, subject_of, row):
    monkeypatch.setitem(vars(row), "permission", VIEW_NOTICES)
    assert desk.client.get(row.url(subject_of(row))).status_code == 403


@each_act
def test_an_action_that_refuses_says_why_and_what_was_typed_is_kept(desk, acts, subject_of, row):
    calls = acts(row, refuse)
    response, typed = send(desk, row.url(subject_of(row)))
    assert (response.status_code, len(calls)) == (409, 1)
    assert SENTENCE in response.content.decode()
    is_kept(response, typed)


@each_act
def test_an_action_is_given_its_subject_what_was_typed_and_who(desk, acts, carla, subject_of, row):
    subject, calls = subject_of(row), acts(row)
    response, typed = send(desk, row.url(subject))
    assert (response.status_code, len(calls)) == (302, 1)
    given, cleaned, by = calls[0]
    assert (given, by) == (subject, Actor.coordinator(carla))
    assert cleaned.keys() >= typed.keys()
    assert str(row.done) in html.unescape(desk.client.get(response["Location"]).content.decode())


@each_act
def test_a_stale_page_does_nothing_and_keeps_what_was_typed(desk, acts, subject_of, row):
    calls = acts(row)
    response, typed = send(desk, row.url(subject_of(row)), seen="0.0")
    if row.checks_version:
        assert (response.status_code, calls) == (409, [])
        assert "Changed meanwhile" in response.content.decode()
        is_kept(response, typed)
    else:
        assert (response.status_code, len(calls)) == (302, 1)


def test_only_these_go_through_whatever_happened_meanwhile():
    """Written down a second time on purpose: a decision loses its guard by no slip in its row."""
    assert {row.key for row in DECISIONS if not row.checks_version} == {"note", "resend", "set-aside"}


def test_a_page_that_is_only_read_takes_no_post(desk, subject_of):
    read = [row for row in DECISIONS if not row.button]
    assert [row.key for row in read] == ["copy-sheet"]
    assert [desk.client.post(row.url(subject_of(row))).status_code for row in read] == [405]


@each_row
def test_each_opening_is_on_record_under_the_row_s_key_and_read_as_its_title(desk, haddad, subject_of, row):
    """Check 65."""
    desk.client.get(row.url(subject_of(row)))
    assert haddad.access_log.first().what == row.key
    assert str(desk.open(haddad).context["readings"][1]["what"]) == str(row.label)


def test_whatever_is_to_do_has_one_page_where_it_is_done():
    """But for the telephone; and what is to do first is to take the enquiry, or to write if somebody has it."""
    by_hand = {StepKind.CALL_HOSPITAL, StepKind.FIRST_ANSWER}
    assert set(StepKind) - WAITING - by_hand == set(DONE_BY)
    done = [kind for row in DECISIONS for kind in row.does]
    assert sorted(done) == sorted(set(done))


OFFERED = {
    "pending": {"release", "withdraw"},
    "sent": {"enter-quote", "enter-decline", "withdraw"},
    "acknowledged": {"enter-quote", "enter-decline", "withdraw"},
    "info_requested": {"pass-answer", "withdraw"},
    "quoted": {"enter-quote", "enter-decline", "withdraw"},
    "declined": {"reopen-request"},
    "expired": {"reopen-request"},
    "withdrawn": set(),
    "accepted": {"withdraw"},
    "not_selected": set(),
}


@pytest.mark.parametrize("state", RequestState.values)
def test_what_moves_a_request_is_offered_where_the_workflow_has_the_move(haddad, ulm, carla, state):
    quote_request = factories.request_to(haddad, ulm)
    quote_request.state = state

    def offered():
        on_requests = [row for row in DECISIONS if row.on.model is QuoteRequest]
        return {row.key for row in on_requests if row.link(quote_request, Standing(user=carla))}

    assert offered() == OFFERED[state]
    quote_request.enquiry.state = "closed"
    assert offered() == set()


def test_the_row_is_what_a_link_leads_to(desk, haddad, carla):
    link = next(offer for offer in desk.open(haddad).context["offers"] if offer.decision is TAKE)
    assert (str(link.label), link.url) == ("Take it", desk.url(haddad, "take"))
