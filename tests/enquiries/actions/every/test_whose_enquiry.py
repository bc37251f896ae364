"""Check 36: a family acts on its own enquiry and a hospital on its own request, whatever row it names."""

import pytest

from enquiries.actions import answering, deciding
from enquiries.rules.workflow import Refused
from enquiries.words.actors import Actor
from tests import factories


@pytest.fixture
def strangers(frankfurt):
    return factories.make_enquiry(frankfurt)


def test_a_family_acts_on_no_enquiry_but_its_own(haddad, strangers):
    by = Actor.family(strangers)
    for act in (
        lambda: deciding.write(enquiry=haddad, text="Let me in.", by=by),
        lambda: deciding.confirm_address(enquiry=haddad, by=by),
        lambda: deciding.withdraw_all(enquiry=haddad, by=by),
    ):
        with pytest.raises(Refused, match="not yours"):
            act()
    haddad.refresh_from_db()
    assert (haddad.messages.count(), haddad.state) == (0, "received")


def test_nobody_closes_what_another_family_has_left_open(haddad, strangers, ulm, freiburg, carla):
    """Here no request is left on whose way the stranger would be turned back."""
    for hospital in (ulm, freiburg):
        sent = factories.release(haddad, hospital, carla)
        answering.decline(quote_request=sent, reason="other", text="No.", by=Actor.hospital(sent))
    with pytest.raises(Refused, match="not yours"):
        deciding.withdraw_all(enquiry=haddad, by=Actor.family(strangers))
    haddad.refresh_from_db()
    assert haddad.state == "all_answered_no_quote"


def test_a_familys_message_hangs_on_no_request_of_another(haddad, strangers):
    theirs = strangers.requests.get()
    with pytest.raises(Refused, match="not yours"):
        deciding.write(enquiry=haddad, text="About them.", by=Actor.family(haddad), quote_request=theirs)
    assert theirs.messages.count() == 0


def test_a_hospital_answers_no_request_but_its_own(haddad, ulm, freiburg, carla):
    own, other = (factories.release(haddad, hospital, carla) for hospital in (ulm, freiburg))
    by = Actor.hospital(own)
    for act in (
        lambda: answering.open_request(quote_request=other, by=by),
        lambda: answering.ask(quote_request=other, text="?", by=by),
        lambda: answering.quote(quote_request=other, facts=factories.quote_facts(), by=by),
        lambda: answering.decline(quote_request=other, reason="other", text="No.", by=by),
    ):
        with pytest.raises(Refused, match="not yours"):
            act()
    other.refresh_from_db()
    assert other.state == "sent"
