"""What each person's steps do, tell and refuse."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from enquiries.actions import answering, coordinating, deciding, releasing
from enquiries.models import AccessCode, Document, Enquiry, Notice
from enquiries.rules import steps
from enquiries.rules.disclosure import disclose
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from tests import factories


@pytest.fixture
def at_ulm(haddad, ulm, carla):
    """The Haddads' request, released to Ulm."""
    return factories.release(haddad, ulm, carla)


def fresh(enquiry) -> Enquiry:
    return Enquiry.objects.get(pk=enquiry.pk)


def open_kinds(enquiry) -> set[str]:
    """Not the first one: which of several is due first depends on the hour of the day."""
    return {step.kind for step in steps.open_steps(fresh(enquiry))}


def told(enquiry) -> list[str]:
    return list(enquiry.notices.order_by("pk").values_list("kind", flat=True))[2:]


def by_ulm(quote_request) -> Actor:
    return Actor.hospital(quote_request)


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


def test_spam_is_closed_without_a_mail_to_anybody(haddad, carla):
    coordinating.close(enquiry=haddad, reason="spam", letter="", by=Actor.coordinator(carla))
    assert told(haddad) == []


def test_a_note_is_never_a_message(haddad, carla):
    coordinating.add_note(enquiry=haddad, text="Internal.", by=Actor.coordinator(carla))
    assert haddad.messages.count() == 0
    assert Document.objects.count() == 0


class TestDocumentsAfterRelease:
    """What the family adds later reaches a hospital only when a coordinator passes it on."""

    @pytest.fixture
    def add(self, haddad):
        def add(kind="lab", **more):
            document = Document(
                enquiry=haddad,
                kind=kind,
                name="canary.pdf",
                content_type="application/pdf",
                size=3,
                sha256="0" * 64,
                stored_as=f"blob{Document.objects.count()}",
                scan="clean",
                created_at=timezone.now(),
                added_by="family",
                **more,
            )
            document.save()
            return document

        return add

    def test_a_later_document_waits_and_makes_a_step(self, haddad, ulm, carla, add):
        early = add()
        quote_request = factories.release(haddad, ulm, carla)
        late = add()
        assert disclose(quote_request).documents == [early]
        kinds = [step.kind for step in steps.open_steps(fresh(haddad))]
        assert "pass_documents" in kinds
        by = Actor.coordinator(carla)
        releasing.pass_documents_on(quote_request=quote_request, by=by)
        assert disclose(factories.request_to(haddad, ulm)).documents == [early, late]
        assert told(haddad)[-1] == "hospital_documents_passed_on"
        with pytest.raises(Refused, match="no new document"):
            releasing.pass_documents_on(quote_request=quote_request, by=by)

    def test_what_waits_is_found_in_one_query_however_many_hospitals_were_asked(
        self, haddad, ulm, freiburg, carla, add, django_assert_num_queries
    ):
        for hospital in (ulm, freiburg):
            factories.release(haddad, hospital, carla)
        add()
        requests = list(fresh(haddad).requests.select_related("hospital").prefetch_related("quotes"))
        with django_assert_num_queries(2):  # messages, documents
            kinds = [step.kind for step in steps.open_steps(haddad, requests)]
        assert kinds.count("pass_documents") == 2

    def test_a_power_of_attorney_is_never_shown_to_a_hospital(self, haddad, ulm, carla, add):
        add("authority")
        assert disclose(factories.release(haddad, ulm, carla)).documents == []

    def test_a_document_alone_may_be_the_answer_to_a_question(self, haddad, at_ulm, carla, add):
        answering.ask(quote_request=at_ulm, text="The report?", by=by_ulm(at_ulm))
        coordinating.pass_question_on(
            message=at_ulm.messages.get(), text="Please.", by=Actor.coordinator(carla)
        )
        add()
        deciding.family_replied(haddad)
        haddad.save()
        kinds = [step.kind for step in steps.open_steps(fresh(haddad))]
        assert {"pass_answer", "pass_documents"} <= set(kinds)


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
