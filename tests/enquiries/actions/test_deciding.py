"""What the family decides: choosing, turning down, withdrawing, and its code renewed."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from enquiries.actions import coordinating, deciding
from enquiries.models import AccessCode, Notice
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from tests import factories
from tests.enquiries.actions.every.seen import fresh, told


class TestDeciding:
    @pytest.fixture
    def quoted(self, haddad, at_ulm, carla):
        factories.release_quote(factories.quote(at_ulm), carla)
        at_ulm.refresh_from_db()
        return at_ulm

    def test_choosing_keeps_the_others_unless_the_family_closes_them(self, haddad, quoted, freiburg, carla):
        factories.release(haddad, freiburg, carla)
        deciding.accept(quote_request=quoted, by=Actor.family(haddad), others="keep")
        assert fresh(haddad).state == "decided"
        assert factories.request_to(haddad, freiburg).state == "sent"

    def test_nothing_is_handed_over_where_the_family_wants_none(self, haddad, quoted, freiburg, carla):
        deciding.turn_down(quote_request=quoted, by=Actor.family(haddad))
        deciding.withdraw(quote_request=factories.request_to(haddad, freiburg), by=Actor.family(haddad))
        assert (fresh(haddad).state, fresh(haddad).next_step) == ("decided", "close_undecided")
        by = Actor.coordinator(carla)
        with pytest.raises(Refused, match="has chosen a hospital"):
            coordinating.close(enquiry=haddad, reason="handed_over", letter="", by=by)
        coordinating.close(enquiry=haddad, reason="none_chosen", letter="", by=by)
        assert fresh(haddad).state == "closed"

    def test_a_family_that_withdraws_its_last_request_is_not_told_that_hospitals_refused(
        self, haddad, ulm, freiburg
    ):
        for hospital in (ulm, freiburg):
            deciding.withdraw(quote_request=factories.request_to(haddad, hospital), by=Actor.family(haddad))
        assert (fresh(haddad).state, fresh(haddad).next_step) == ("decided", "close_undecided")

    def test_choosing_and_closing_withdraws_the_others(self, haddad, quoted, freiburg, carla):
        factories.release(haddad, freiburg, carla)
        deciding.accept(quote_request=quoted, by=Actor.family(haddad), others="close")
        other = factories.request_to(haddad, freiburg)
        assert other.state == "withdrawn"
        assert haddad.consents.get(hospital=freiburg).withdrawn_at is not None
        assert AccessCode.objects.usable().filter(quote_request=other).count() == 0

    def test_a_quote_past_its_day_can_not_be_chosen(self, haddad, quoted):
        with (
            time_machine.travel(timezone.now() + timedelta(days=61)),
            pytest.raises(Refused, match="no longer valid"),
        ):
            deciding.accept(quote_request=quoted, by=Actor.family(haddad))

    def test_only_one_hospital_can_be_chosen(self, haddad, quoted, freiburg, carla):
        other = factories.release(haddad, freiburg, carla)
        factories.release_quote(factories.quote(other), carla)
        deciding.accept(quote_request=quoted, by=Actor.family(haddad))
        with pytest.raises(Refused, match="already chosen"):
            deciding.accept(quote_request=other, by=Actor.family(haddad))

    def test_another_family_can_decide_nothing_here(self, quoted, ulm):
        stranger = factories.make_enquiry(ulm)
        for act in (deciding.accept, deciding.turn_down, deciding.withdraw):
            with pytest.raises(Refused, match="not yours"):
                act(quote_request=quoted, by=Actor.family(stranger))

    def test_contact_is_disclosed_to_the_chosen_hospital_and_to_no_other(
        self, haddad, quoted, freiburg, carla
    ):
        """Check 68."""

        def shown(quote_request):
            return str(disclose(factories.request_to(haddad, quote_request.hospital)).sections)

        other = factories.release(haddad, freiburg, carla)
        assert "amira.canary@example.org" not in shown(quoted) + shown(other)
        deciding.accept(quote_request=quoted, by=Actor.family(haddad))
        assert "amira.canary@example.org" in shown(quoted)
        assert "amira.canary@example.org" not in shown(other)


class TestWithdrawing:
    def test_one_hospital_loses_its_code_its_consent_and_is_asked_to_delete(self, haddad, at_ulm, ulm):
        """Check 61."""
        deciding.withdraw(quote_request=at_ulm, by=Actor.family(haddad))
        assert told(haddad)[-2:] == ["hospital_withdrawn", "family_withdrawn"]
        assert AccessCode.objects.usable().filter(quote_request=at_ulm).count() == 0
        assert haddad.consents.get(hospital=ulm).withdrawn_at is not None

    def test_a_hospital_that_never_had_it_is_told_nothing(self, haddad, freiburg):
        deciding.withdraw(quote_request=factories.request_to(haddad, freiburg), by=Actor.family(haddad))
        assert told(haddad) == ["family_withdrawn"]

    def test_all_at_once_closes_the_enquiry_and_nobody_can_answer_any_more(self, haddad, at_ulm, carla):
        deciding.withdraw_all(enquiry=haddad, by=Actor.family(haddad))
        assert (fresh(haddad).state, fresh(haddad).closed_reason) == ("closed", "withdrawn")
        with pytest.raises(Refused, match="closed"):
            factories.quote(at_ulm)
        with pytest.raises(Refused, match="only the family can send"):
            coordinating.reopen(enquiry=haddad, by=Actor.coordinator(carla))


def test_a_lost_code_is_renewed_to_the_address_on_record_and_silently_for_any_other(haddad):
    before = Notice.objects.count()
    deciding.renew_code(email="nobody@example.org")
    assert Notice.objects.count() == before
    old = haddad.codes.get(by_mail=False)
    deciding.renew_code(email=" Amira.Canary@EXAMPLE.org")
    old.refresh_from_db()
    assert old.revoked_at is not None
    assert haddad.codes.usable().count() == 1
    assert told(haddad) == ["family_code_renewed"]


def test_a_family_can_take_its_consent_back_from_the_chosen_hospital_after_the_hand_over(
    haddad, at_ulm, carla
):
    """Check 61."""
    factories.release_quote(factories.quote(at_ulm), carla)
    deciding.withdraw(quote_request=haddad.requests.exclude(pk=at_ulm.pk).get(), by=Actor.family(haddad))
    deciding.accept(quote_request=at_ulm, by=Actor.family(haddad))
    coordinating.close(enquiry=haddad, reason="handed_over", letter="", by=Actor.coordinator(carla))
    deciding.withdraw(quote_request=at_ulm, by=Actor.family(haddad))
    at_ulm.refresh_from_db()
    assert (at_ulm.state, fresh(haddad).state) == ("withdrawn", "closed")
    assert AccessCode.objects.usable().filter(quote_request=at_ulm).count() == 0
    assert told(haddad)[-2:] == ["hospital_withdrawn", "family_withdrawn"]


def test_closing_the_others_turns_down_the_quotes_that_were_read(haddad, at_ulm, freiburg, carla):
    at_freiburg = factories.release(haddad, freiburg, carla)
    for one in (at_ulm, at_freiburg):
        factories.release_quote(factories.quote(one), carla)
    deciding.accept(quote_request=at_ulm, by=Actor.family(haddad), others="close")
    assert factories.request_to(haddad, freiburg).state == "not_selected"
    assert told(haddad)[-1] == "hospital_not_selected"
