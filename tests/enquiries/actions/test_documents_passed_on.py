"""What the family adds after the release: when a hospital reads it, and what it never reads."""

import pytest
from django.utils import timezone

from enquiries.actions import answering, coordinating, releasing, turns
from enquiries.models import Document
from enquiries.rules import steps
from enquiries.rules.disclosure import disclose, documents_waiting
from enquiries.words.actors import Actor
from enquiries.words.refusal import Refused
from tests import factories
from tests.enquiries.actions.every.seen import by_ulm, fresh, told


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
        turns.end_wait(haddad)
        haddad.save()
        kinds = [step.kind for step in steps.open_steps(fresh(haddad))]
        assert {"pass_answer", "pass_documents"} <= set(kinds)

    def test_nothing_waits_for_a_hospital_that_was_not_asked_yet(self, haddad, ulm, add):
        add()
        assert documents_waiting(factories.request_to(haddad, ulm)) == []
