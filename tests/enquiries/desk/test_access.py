"""Every address of the coordinators' desk against every kind of person (checks 35 and 36)."""

import uuid

import pytest
from django.contrib.auth.models import User
from django.urls import get_resolver

from enquiries.actions import answering
from enquiries.models import AccessLogEntry, Event, Message, Notice
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.desk.desk import LIST

pytestmark = pytest.mark.django_db


@pytest.fixture
def urls(haddad, ulm, carla):
    """One real address for each pattern below the enquiries' admin."""
    factories.release(haddad, ulm, carla)
    quote_request = factories.request_to(haddad, ulm)
    answering.ask(quote_request=quote_request, text="Which protocol?", by=Actor.hospital(quote_request))
    keys = {
        "desk_pass-question": Message.objects.get().uid,
        "desk_handled": Message.objects.get().uid,
        "desk_resend": Notice.objects.first().uid,
        "desk_set-aside": Notice.objects.first().uid,
        "desk_document": uuid.uuid4(),
    }
    found = {"enquiries_enquiry_changelist": LIST, "desk_search": f"{LIST}search/"}
    for name, pattern in patterns().items():
        if name in found:
            continue
        key = keys.get(name, quote_request.reference)
        found[name] = LIST + pattern.replace("<str:reference>", haddad.reference).replace(
            "<str:key>", str(key)
        ).replace("<uuid:key>", str(key))
    return found


def patterns() -> dict[str, str]:
    admin = next(one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "admin")
    enquiries = next(one for one in admin.url_patterns if str(one.pattern) == "enquiries/enquiry/")
    return {one.name: str(one.pattern) for one in enquiries.url_patterns}


def test_the_addresses_are_these_and_none_of_djangos_own():
    assert set(patterns()) == {
        "enquiries_enquiry_changelist", "enquiries_enquiry_change", "desk_search", "desk_document", "desk_take",
        "desk_write", "desk_confirm-address", "desk_urgent", "desk_note", "desk_close", "desk_reopen",
        "desk_handled", "desk_withdraw", "desk_release", "desk_hand-over", "desk_copy-sheet",
        "desk_pass-question", "desk_pass-answer", "desk_pass-documents", "desk_reopen-request",
        "desk_enter-quote",
        "desk_enter-decline", "desk_release-quote", "desk_resend", "desk_set-aside",
    }  # fmt: skip


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("group", ["editor", "reviewer", "operator", ""])
def test_staff_who_are_no_coordinators_are_refused_everywhere_and_nothing_is_written(
    client, urls, method, group
):
    user = factories.make_staff("other", group) if group else User.objects.create_user("other", is_staff=True)
    client.force_login(user)
    events = Event.objects.count()
    answers = {name: getattr(client, method)(url).status_code for name, url in urls.items()}
    assert answers == dict.fromkeys(urls, 403)
    assert (Event.objects.count(), AccessLogEntry.objects.count()) == (events, 0)


def test_the_refusal_is_a_sentence_and_the_same_for_a_reference_that_does_not_exist(client, urls, haddad):
    client.force_login(factories.make_staff("edda", "editor"))
    real, unknown = client.get(f"{LIST}{haddad.reference}/"), client.get(f"{LIST}00000-00000/")
    assert "Only coordinators may open enquiries." in real.content.decode()
    assert (real.status_code, unknown.status_code) == (403, 403)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_signed_in_is_sent_to_the_sign_in(client, urls, method):
    for url in urls.values():
        response = getattr(client, method)(url)
        assert (response.status_code, response["Location"]) == (302, f"/admin/login/?next={url}")


def test_an_account_that_is_not_staff_gets_no_further_than_the_sign_in(client, urls):
    user = factories.make_staff("nils", "coordinator")
    User.objects.filter(pk=user.pk).update(is_staff=False)
    client.force_login(user)
    assert {client.get(url).status_code for url in urls.values()} == {302}


def test_a_coordinator_opens_each_page(client, urls, carla):
    client.force_login(carla)
    answers = {name: client.get(url).status_code for name, url in urls.items()}
    closed = {"desk_document": 404}
    assert answers == dict.fromkeys(urls, 200) | closed


def test_another_enquirys_request_message_or_mail_is_not_found_under_this_one(
    client, haddad, ulm, freiburg, carla
):
    other = factories.make_enquiry(freiburg)
    client.force_login(carla)
    quote_request, notice = other.requests.get(), other.notices.first()
    for step in ("release", "enter-quote", "enter-decline", "withdraw"):
        assert client.get(f"{LIST}{haddad.reference}/{step}/{quote_request.reference}/").status_code == 404
        assert client.post(f"{LIST}{haddad.reference}/{step}/{quote_request.reference}/").status_code == 404
    assert client.get(f"{LIST}{haddad.reference}/resend/{notice.uid}/").status_code == 404
    assert client.get(f"{LIST}{haddad.reference}/handled/{uuid.uuid4()}/").status_code == 404


def test_nothing_can_be_added_deleted_or_done_to_many_at_once(client, haddad, carla):
    client.force_login(carla)
    assert client.get(f"{LIST}add/").status_code == 404
    assert client.get(f"{LIST}{haddad.reference}/delete/").status_code == 404
    assert client.get(f"{LIST}{haddad.reference}/history/").status_code == 404
    chosen = {"action": "delete_selected", "_selected_action": [haddad.pk], "index": 0}
    assert client.post(LIST, chosen).status_code == 405


@pytest.mark.parametrize("step", ["take", "release", "close", "confirm-address", "reopen"])
def test_opening_a_decision_changes_nothing_but_the_log_of_who_read(client, haddad, carla, step):
    client.force_login(carla)
    before = (haddad.version, haddad.events.count(), haddad.notices.count())
    client.get(f"{LIST}{haddad.reference}/{step}/")
    client.head(f"{LIST}{haddad.reference}/{step}/")
    haddad.refresh_from_db()
    assert (haddad.version, haddad.events.count(), haddad.notices.count()) == before
    assert [view.what for view in AccessLogEntry.objects.all()] == [step, step]


def test_an_operator_sees_the_outbox_and_no_enquiry_in_it(client, haddad):
    client.force_login(factories.make_staff("otto", "operator"))
    page = client.get("/admin/enquiries/notice/").content.decode()
    row = '<td class="field-what">Enquiry received</td><td class="field-audience">Family</td>'
    assert row in page
    assert haddad.reference not in page and "Canary" not in page
    notice = Notice.objects.first()
    assert client.get(f"/admin/enquiries/notice/{notice.pk}/change/").status_code == 404


def test_a_coordinator_has_no_business_in_the_outbox(client, carla):
    client.force_login(carla)
    assert client.get("/admin/enquiries/notice/").status_code == 403
