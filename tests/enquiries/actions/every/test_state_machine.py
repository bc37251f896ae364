"""Check 15: whatever family, hospitals, coordinator and clock do, in any order, nothing impossible ever stands in the
database, and a refused step changes nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.test import TestCase
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from enquiries.actions import answering, coordinating, deciding, releasing, ticking
from enquiries.models import AccessCode, Enquiry, Event, Message, QuoteRequest
from enquiries.rules.disclosure import disclose
from enquiries.rules.workflow import allowed
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState, derive_state
from tests import factories
from tests.enquiries.actions.every.listed import check_worklists

WHICH = st.integers(0, 2)


class Story(RuleBasedStateMachine):
    """One family, three hospitals (one by its own form), one coordinator, and time passing."""

    @initialize()
    def arrive(self):
        self.traveller = time_machine.travel(timezone.now(), tick=False)
        self.clock = self.traveller.start()
        self.atomic = TestCase._enter_atomics()
        self.carla = Actor.coordinator(factories.make_staff("carla", "coordinator"))
        houses = [factories.make_hospital("ulm"), factories.make_hospital("freiburg")]
        houses.append(
            factories.make_hospital("heidelberg", channel="own_form", own_form_url="https://form.example.org")
        )
        self.enquiry = factories.make_enquiry(*houses)
        self.refused = self.done = 0

    def teardown(self):
        if hasattr(self, "atomic"):
            TestCase._rollback_atomics(self.atomic)
            self.traveller.stop()

    def one(self, which: int) -> QuoteRequest:
        return self.enquiry.requests.select_related("hospital", "enquiry").order_by("pk")[which]

    def snapshot(self) -> list:
        rows = list(self.enquiry.requests.order_by("pk").values_list("state", "version"))
        return [*rows, Enquiry.objects.values_list("state", "version").get(), Event.objects.count()]

    def attempt(self, act, **arguments):
        before = self.snapshot()
        try:
            act(**arguments)
            self.done += 1
        except Refused as refusal:
            self.refused += 1
            assert str(refusal).endswith((".", ":"))
            assert self.snapshot() == before

    @rule(which=WHICH)
    def coordinator_releases(self, which):
        quote_request = self.one(which)
        self.attempt(
            releasing.release,
            quote_request=quote_request,
            preview_digest=disclose(quote_request).digest,
            by=self.carla,
        )

    @rule(which=WHICH)
    def coordinator_hands_over(self, which):
        self.attempt(releasing.hand_over, quote_request=self.one(which), by=self.carla)

    @rule(which=WHICH)
    def hospital_opens(self, which):
        self.attempt(
            answering.open_request, quote_request=self.one(which), by=Actor.hospital(self.one(which))
        )

    @rule(which=WHICH)
    def hospital_asks(self, which):
        self.attempt(
            answering.ask, quote_request=self.one(which), text="?", by=Actor.hospital(self.one(which))
        )

    @rule(which=WHICH)
    def coordinator_passes_the_answer_on(self, which):
        self.attempt(releasing.pass_answer_on, quote_request=self.one(which), text="Answer.", by=self.carla)

    @rule(which=WHICH, sum_=st.integers(-1, 3), by_coordinator=st.booleans())
    def somebody_quotes(self, which, sum_, by_coordinator):
        quote_request = self.one(which)
        self.attempt(
            answering.quote,
            quote_request=quote_request,
            facts=factories.quote_facts(amount_low=sum_, amount_high=2, deposit=None),
            by=self.carla if by_coordinator else Actor.hospital(quote_request),
            source="letter" if by_coordinator else "",
        )

    @rule(which=WHICH)
    def hospital_declines(self, which):
        quote_request = self.one(which)
        self.attempt(
            answering.decline,
            quote_request=quote_request,
            reason="no_capacity",
            text="No bed.",
            by=Actor.hospital(quote_request),
        )

    @rule(which=WHICH)
    def coordinator_releases_the_quote(self, which):
        if quote := self.one(which).current_quote:
            self.attempt(releasing.release_quote, quote=quote, by=self.carla)

    @rule(which=WHICH)
    def coordinator_reopens(self, which):
        self.attempt(releasing.reopen_request, quote_request=self.one(which), reason="Again.", by=self.carla)

    @rule(which=WHICH, others=st.sampled_from(["keep", "close"]))
    def family_chooses(self, which, others):
        self.attempt(
            deciding.accept, quote_request=self.one(which), by=Actor.family(self.enquiry), others=others
        )

    @rule(which=WHICH)
    def family_turns_down(self, which):
        self.attempt(deciding.turn_down, quote_request=self.one(which), by=Actor.family(self.enquiry))

    @rule(which=WHICH)
    def family_withdraws(self, which):
        self.attempt(deciding.withdraw, quote_request=self.one(which), by=Actor.family(self.enquiry))

    @rule()
    def family_writes(self):
        self.attempt(deciding.write, enquiry=self.enquiry, text="Hello.", by=Actor.family(self.enquiry))

    @rule(which=WHICH)
    def family_writes_about_a_hospital(self, which):
        self.attempt(
            deciding.write,
            enquiry=self.enquiry,
            text="About this one.",
            by=Actor.family(self.enquiry),
            quote_request=self.one(which),
        )

    @rule()
    def coordinator_passes_a_question_on(self):
        if question := Message.objects.unpassed_questions().first():
            self.attempt(coordinating.pass_question_on, message=question, text="They ask.", by=self.carla)

    @rule()
    def coordinator_asks_the_family(self):
        self.attempt(
            coordinating.write_to_family, enquiry=self.enquiry, text="?", wants_answer=True, by=self.carla
        )

    @rule(reason=st.sampled_from(["handed_over", "no_quote", "no_reply", "nonsense"]), letter=st.booleans())
    def coordinator_closes(self, reason, letter):
        self.attempt(
            coordinating.close,
            enquiry=self.enquiry,
            reason=reason,
            letter="word " * 12 if letter else "",
            by=self.carla,
        )

    @rule()
    def coordinator_reopens_the_enquiry(self):
        self.attempt(coordinating.reopen, enquiry=self.enquiry, by=self.carla)

    @rule(which=WHICH)
    def somebody_tries_what_is_not_theirs(self, which):
        quote_request = self.one(which)
        stranger = Actor.hospital(self.one((which + 1) % 3))
        before = self.snapshot()
        for act, more in (
            (answering.ask, {"text": "?"}),
            (answering.decline, {"reason": "other", "text": "x"}),
        ):
            with pytest.raises(Refused):
                act(quote_request=quote_request, by=stranger, **more)
        assert self.snapshot() == before

    @rule(days=st.sampled_from([1, 3, 8, 31]))
    def time_passes(self, days):
        self.clock.shift(timedelta(days=days))
        ticking.tick()

    @invariant()
    def each_event_is_a_step_of_the_table(self):
        if not hasattr(self, "enquiry"):
            return
        for event in Event.objects.exclude(to_state=""):
            assert allowed(event.from_state, event.to_state, event.actor)

    @invariant()
    def the_enquiry_agrees_with_its_requests(self):
        if not hasattr(self, "enquiry"):
            return
        enquiry = Enquiry.objects.get()
        requests = list(enquiry.requests.prefetch_related("quotes"))
        if enquiry.is_open:
            pairs = [
                (quote_request.state, quote_request.released_quote is not None) for quote_request in requests
            ]
            assert enquiry.state == derive_state(
                pairs, waiting_for_family=enquiry.asked_family_at is not None
            )
            assert enquiry.next_step
        else:
            assert (enquiry.closed_at is not None, enquiry.next_step) == (True, "")
        assert sum(quote_request.state == RequestState.ACCEPTED for quote_request in requests) <= 1
        for quote_request in requests:
            current = [quote for quote in quote_request.quotes.all() if quote.superseded_at is None]
            assert len(current) == (1 if quote_request.quotes.all() else 0)
            if quote_request.state == RequestState.WITHDRAWN:
                assert AccessCode.objects.usable().filter(quote_request=quote_request).count() == 0

    @invariant()
    def the_worklists_agree_with_the_steps(self):
        if hasattr(self, "enquiry"):
            check_worklists(Enquiry.objects.get())


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.slow
def test_no_order_of_steps_breaks_the_story():
    run_state_machine_as_test(
        Story, settings=settings(max_examples=40, stateful_step_count=25, deadline=None)
    )
