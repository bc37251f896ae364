"""Decisions on what passes between hospital and family, always through a coordinator: questions, answers, later
documents."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import coordinating, releasing
from enquiries.desk.decisions.forms import PassAnswerForm, PassQuestionForm
from enquiries.desk.decisions.row import DeskDecision, Standing, offered_as
from enquiries.desk.decisions.subjects import MESSAGE, QUESTION, REQUEST
from enquiries.models import Message, QuoteRequest
from enquiries.rules.disclosure import documents_waiting
from enquiries.rules.steps import StepKind
from enquiries.words.actors import ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.permissions import TRIAGE
from ground.decisions import Words, saying
from hospitals.models import Hospital


def answers(quote_request: QuoteRequest) -> list[Message]:
    """What the family wrote about this hospital, or about none, and nobody has dealt with."""
    unread = quote_request.enquiry.messages.unread_from_family()
    return list(unread.filter(Q(quote_request=quote_request) | Q(quote_request__isnull=True)))


def said_and_added(quote_request: QuoteRequest) -> dict[str, Any]:
    about_none = [answer for answer in answers(quote_request) if not answer.quote_request_id]
    return {
        "messages_shown": [*quote_request.messages.all(), *about_none],
        "new_documents": documents_waiting(quote_request),
    }


def offer_new_documents(quote_request: QuoteRequest, standing: Standing) -> Words:
    return _("Pass the new documents on") if StepKind.PASS_DOCUMENTS in standing.to_do else ""


def how_documents_go(quote_request: QuoteRequest, user: Any) -> list[str]:
    sentences = [_("The family added them after the request was sent. Open them before the hospital does.")]
    if quote_request.channel != Hospital.Channel.PORTAL:
        sentences.append(
            _("This hospital reads nothing in the portal: send them to it yourself, then come back.")
        )
    return sentences


def what_handled_means(message: Message, user: Any) -> list[str]:
    if message.author == ActorKind.HOSPITAL:
        return [_("The question is not passed on. The hospital keeps waiting until you pass an answer on.")]
    return [_("For a message that needs no answer, or that you answered by telephone.")]


PASS_QUESTION = DeskDecision(
    key="pass-question",
    on=QUESTION,
    label=gettext_lazy("Pass the hospital's question on"),
    button=gettext_lazy("Ask the family"),
    done=gettext_lazy("The question is with the family."),
    permission=TRIAGE,
    form=PassQuestionForm,
    begins=lambda message: {"text": message.text},
    causes=(Occurrence.QUESTION_PASSED_ON,),
    does=(StepKind.PASS_QUESTION,),
    will_happen=saying(
        gettext_lazy(
            "The family reads your words, not the hospital's. Its clock runs; the hospital's stands still."
        )
    ),
    shows=lambda message: {"message_shown": message},
    action=lambda message, typed, by: coordinating.pass_question_on(message=message, by=by, **typed),
)
PASS_ANSWER = DeskDecision(
    key="pass-answer",
    on=REQUEST,
    label=gettext_lazy("Pass the answer on to the hospital"),
    button=gettext_lazy("Send the answer"),
    done=gettext_lazy("the answer is passed on and its clock runs again."),
    permission=TRIAGE,
    form=PassAnswerForm,
    begins=lambda quote_request: {"text": "\n\n".join(said.text for said in answers(quote_request))},
    causes=(Occurrence.INFO_PASSED_ON,),
    does=(StepKind.PASS_ANSWER,),
    offer=offered_as(gettext_lazy("Pass the answer on")),
    will_happen=saying(
        gettext_lazy("The hospital reads your words and its clock goes on from where it stopped.")
    ),
    shows=said_and_added,
    action=lambda quote_request, typed, by: releasing.pass_answer_on(
        quote_request=quote_request, by=by, **typed
    ),
)
PASS_DOCUMENTS = DeskDecision(
    key="pass-documents",
    on=REQUEST,
    label=gettext_lazy("Pass new documents on to the hospital"),
    button=gettext_lazy("Pass them on"),
    done=gettext_lazy("the new documents are passed on."),
    permission=TRIAGE,
    causes=(Occurrence.DOCUMENTS_PASSED_ON,),
    does=(StepKind.PASS_DOCUMENTS,),
    offer=offer_new_documents,
    will_happen=how_documents_go,
    shows=lambda quote_request: {"new_documents": documents_waiting(quote_request)},
    action=lambda quote_request, typed, by: releasing.pass_documents_on(quote_request=quote_request, by=by),
)
HANDLED = DeskDecision(
    key="handled",
    on=MESSAGE,
    label=gettext_lazy("Dealt with without an answer"),
    button=gettext_lazy("Mark as dealt with"),
    done=gettext_lazy("The message counts as dealt with."),
    permission=TRIAGE,
    will_happen=what_handled_means,
    shows=lambda message: {"message_shown": message},
    action=lambda message, typed, by: coordinating.mark_handled(message=message, by=by),
)
