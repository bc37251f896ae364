"""What a coordinator sends to a hospital: only what was looked at, and only when nothing stands against it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from enquiries.actions import coordinating, releasing
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from tests import factories
from tests.enquiries.actions.every.seen import fresh, told


class TestRelease:
    def test_it_tells_the_hospital_and_the_family_and_starts_the_clock(self, haddad, at_ulm):
        assert told(haddad) == ["hospital_released", "family_released"]
        assert (at_ulm.state, at_ulm.sendings) == ("sent", 1)
        assert at_ulm.due_at >= at_ulm.sent_at + timedelta(days=7)
        assert fresh(haddad).state == "with_hospitals"

    def test_only_what_was_previewed_is_sent(self, haddad, ulm, carla):
        quote_request = factories.request_to(haddad, ulm)
        seen = disclose(quote_request).digest
        haddad.story = "Canary: changed after the preview."
        haddad.save()
        with pytest.raises(Refused, match="changed since you looked"):
            releasing.release(quote_request=quote_request, preview_digest=seen, by=Actor.coordinator(carla))
        assert factories.request_to(haddad, ulm).state == "pending"

    def test_it_waits_for_the_family_s_address(self, ulm, carla):
        enquiry = factories.make_enquiry(ulm, confirmed=False)
        with pytest.raises(Refused, match="address is not confirmed"):
            factories.release(enquiry, ulm, carla)
        coordinating.confirm_address(enquiry=enquiry, by=Actor.coordinator(carla))
        assert factories.release(enquiry, ulm, carla).state == "sent"

    def test_it_waits_for_a_hospital_that_takes_no_requests(self, haddad, ulm, carla):
        ulm.not_accepting_until_on = factories.in_days(10)
        ulm.save()
        with pytest.raises(Refused, match="not taking requests"):
            factories.release(haddad, ulm, carla)

    def test_it_needs_a_live_consent_for_that_hospital(self, haddad, ulm, carla):
        haddad.consents.filter(hospital=ulm).update(withdrawn_at=timezone.now())
        with pytest.raises(Refused, match="no consent of the family for this hospital"):
            factories.release(haddad, ulm, carla)

    def test_neither_family_nor_hospital_can_release(self, haddad, ulm):
        quote_request = factories.request_to(haddad, ulm)
        for by in (Actor.family(haddad), Actor.hospital(quote_request)):
            with pytest.raises(Refused, match="not yours"):
                releasing.release(
                    quote_request=quote_request, preview_digest=disclose(quote_request).digest, by=by
                )

    def test_own_form_gives_the_coordinator_a_task_and_the_hospital_no_mail(self, heidelberg, carla):
        enquiry = factories.make_enquiry(heidelberg)
        quote_request = factories.release(enquiry, heidelberg, carla)
        assert told(enquiry) == ["family_released"]
        assert fresh(enquiry).next_step == "hand_over"
        releasing.hand_over(quote_request=quote_request, by=Actor.coordinator(carla))
        assert fresh(enquiry).next_step == "wait_hospitals"
