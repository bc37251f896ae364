"""What a hospital answers: questions, quotes and declining, and who reads them when."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding, releasing
from enquiries.models import QuoteRequest
from enquiries.rules import steps
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from tests import factories
from tests.enquiries.actions.every.seen import by_ulm, fresh, open_kinds, told


class TestQuestions:
    def test_a_question_stops_the_hospital_s_clock_until_the_answer_is_passed_on(self, haddad, at_ulm, carla):
        due = at_ulm.due_at
        answering.ask(quote_request=at_ulm, text="Is there an MRD report?", by=by_ulm(at_ulm))
        assert "pass_question" in open_kinds(haddad)
        question = at_ulm.messages.get()
        with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
            coordinating.pass_question_on(
                message=question, text="They ask for …", by=Actor.coordinator(carla)
            )
            assert fresh(haddad).asked_family_at == timezone.now()
            deciding.write(enquiry=haddad, quote_request=at_ulm, text="Here it is.", by=Actor.family(haddad))
            kinds = {step.kind for step in steps.open_steps(fresh(haddad))}
            assert "pass_answer" in kinds
            releasing.pass_answer_on(
                quote_request=at_ulm, text="MRD below 1 in 10,000.", by=Actor.coordinator(carla)
            )
        at_ulm.refresh_from_db()
        assert at_ulm.state == "acknowledged"
        assert abs(at_ulm.due_at - due - timedelta(days=2)) < timedelta(minutes=1)
        assert fresh(haddad).asked_family_at is None
        assert told(haddad)[2:] == [
            "coordinators_question",
            "family_question_passed_on",
            "coordinators_family_answered",
            "hospital_info_passed_on",
        ]

    def test_the_family_reads_a_question_only_when_passed_on(self, haddad, at_ulm, carla):
        answering.ask(quote_request=at_ulm, text="Internal wording", by=by_ulm(at_ulm))
        assert haddad.messages.for_family().count() == 0
        coordinating.pass_question_on(
            message=at_ulm.messages.get(), text="In kind words", by=Actor.coordinator(carla)
        )
        assert [message.text for message in haddad.messages.for_family()] == ["In kind words"]

    def test_the_hospital_reads_nothing_the_family_wrote_until_passed_on(self, haddad, at_ulm, carla):
        deciding.write(
            enquiry=haddad, quote_request=at_ulm, text="to the coordinators", by=Actor.family(haddad)
        )
        assert list(haddad.messages.for_hospital(at_ulm)) == []


class TestQuotes:
    def test_the_family_reads_a_quote_only_when_released(self, haddad, at_ulm, carla):
        quote = factories.quote(at_ulm)
        at_ulm.refresh_from_db()
        assert (at_ulm.state, at_ulm.released_quote) == ("quoted", None)
        assert fresh(haddad).state == "with_hospitals"
        assert "check_quote" in open_kinds(haddad)
        factories.release_quote(quote, carla)
        assert fresh(haddad).state == "quotes_available"
        assert told(haddad)[-1] == "family_quote_released"

    def test_a_hospital_trusted_with_its_quotes_is_read_at_once(self, haddad, at_ulm, ulm):
        ulm.quotes_need_release = False
        ulm.save()
        factories.quote(at_ulm)
        assert fresh(haddad).state == "quotes_available"

    def test_a_revision_keeps_the_old_quote_and_is_checked_again(self, haddad, at_ulm, carla):
        factories.release_quote(factories.quote(at_ulm), carla)
        second = factories.quote(at_ulm, amount_low=70000, amount_high=70000)
        assert [quote.revision for quote in at_ulm.quotes.all()] == [2, 1]
        at_ulm.refresh_from_db()
        assert (at_ulm.current_quote, at_ulm.released_quote.revision) == (second, 1)
        assert "check_quote" in open_kinds(haddad)
        with pytest.raises(Refused, match="still being checked"):
            deciding.accept(quote_request=at_ulm, by=Actor.family(haddad))

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"currency": ""}, "needs a currency"),
            ({"deposit": 60000}, "deposit is above"),
            ({"valid_until_on": timezone.localdate() - timedelta(days=1)}, "valid today or longer"),
            ({"amount_low": 2, "amount_high": 1}, "below its lower end"),
            ({"amount_low": 0}, "above zero"),
            ({"earliest_admission_on": timezone.localdate() - timedelta(days=3)}, "lies in the past"),
        ],
    )
    def test_a_quote_that_can_not_be_is_refused_with_its_reason(self, at_ulm, wrong, sentence):
        with pytest.raises(Refused, match=sentence):
            factories.quote(at_ulm, **wrong)
        assert at_ulm.quotes.count() == 0

    def test_a_coordinator_enters_an_answer_with_its_source_and_real_day(self, heidelberg, carla):
        enquiry = factories.make_enquiry(heidelberg)
        quote_request = factories.release(enquiry, heidelberg, carla)
        by = Actor.coordinator(carla)
        with pytest.raises(Refused, match="how the hospital's answer came"):
            answering.quote(quote_request=quote_request, facts=factories.quote_facts(), by=by)
        with pytest.raises(Refused, match="must lie between"):
            answering.quote(
                quote_request=quote_request,
                facts=factories.quote_facts(),
                by=by,
                source="letter",
                answered_on=factories.in_days(-9),
            )
        quote = answering.quote(
            quote_request=quote_request, facts=factories.quote_facts(), by=by, source="letter"
        )
        assert (quote.entered_by, quote.source, quote.answered_on) == (carla, "letter", factories.in_days(0))


class TestDeclining:
    def test_it_needs_a_reason_and_a_sentence_and_can_be_undone(self, haddad, at_ulm, carla):
        with pytest.raises(Refused, match="add a sentence"):
            answering.decline(quote_request=at_ulm, reason="no_capacity", text=" ", by=by_ulm(at_ulm))
        answering.decline(quote_request=at_ulm, reason="no_capacity", text="No bed.", by=by_ulm(at_ulm))
        at_ulm.refresh_from_db()
        assert (at_ulm.state, at_ulm.decline_text) == ("declined", "No bed.")
        releasing.reopen_request(quote_request=at_ulm, reason="A bed is free.", by=Actor.coordinator(carla))
        at_ulm.refresh_from_db()
        assert (at_ulm.state, at_ulm.decline_reason) == ("acknowledged", "")
        assert [note.text for note in haddad.notes.all()] == ["A bed is free."]

    @pytest.mark.parametrize("reason", ["", "no beds", "NO_CAPACITY", "spam"])
    def test_a_reason_that_is_none_of_those_offered_is_refused(self, at_ulm, reason):
        with pytest.raises(Refused, match="choose the reason"):
            answering.decline(quote_request=at_ulm, reason=reason, text="No bed.", by=by_ulm(at_ulm))
        at_ulm.refresh_from_db()
        assert (at_ulm.state, at_ulm.decline_reason, at_ulm.decline_text) == ("sent", "", "")

    def test_the_day_of_a_refusal_is_kept_as_a_quotes_and_goes_when_it_is_reopened(self, at_ulm, carla):
        QuoteRequest.objects.update(sent_at=timezone.now() - timedelta(days=5))
        by = Actor.coordinator(carla)
        no = {"reason": "no_capacity", "text": "No bed."}
        with pytest.raises(Refused, match="must lie between"):
            answering.decline(
                quote_request=at_ulm, by=by, source="fax", answered_on=factories.in_days(-9), **no
            )
        answering.decline(quote_request=at_ulm, by=by, source="fax", answered_on=factories.in_days(-3), **no)
        at_ulm.refresh_from_db()
        assert (at_ulm.declined_on, at_ulm.decline_source) == (factories.in_days(-3), "fax")
        releasing.reopen_request(quote_request=at_ulm, reason="A bed is free.", by=by)
        at_ulm.refresh_from_db()
        assert (at_ulm.declined_on, at_ulm.decline_source) == (None, "")

    def test_a_hospital_that_refuses_by_itself_does_so_today(self, at_ulm):
        answering.decline(quote_request=at_ulm, reason="other", text="Sorry.", by=by_ulm(at_ulm))
        at_ulm.refresh_from_db()
        assert (at_ulm.declined_on, at_ulm.decline_source) == (factories.in_days(0), "")

    def test_when_all_have_declined_nobody_closes_without_a_letter(self, ulm, carla):
        enquiry = factories.make_enquiry(ulm)
        quote_request = factories.release(enquiry, ulm, carla)
        answering.decline(
            quote_request=quote_request, reason="other", text="Sorry.", by=by_ulm(quote_request)
        )
        assert (fresh(enquiry).state, fresh(enquiry).next_step) == ("all_answered_no_quote", "closing_letter")
        by = Actor.coordinator(carla)
        for reason in ("no_quote", "not_suitable", "no_reply", "duplicate"):
            with pytest.raises(Refused, match="write them a letter"):
                coordinating.close(enquiry=enquiry, reason=reason, letter="", by=by)
        letter = "Dear family, none of the hospitals could make a quote now. Here is what you can do next."
        coordinating.close(enquiry=enquiry, reason="no_quote", letter=letter, by=by)
        assert (fresh(enquiry).state, fresh(enquiry).closed_reason) == ("closed", "no_quote")
        assert enquiry.messages.for_family().get().text == letter
