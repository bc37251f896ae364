"""What passes between hospital and family, always through a coordinator: questions, answers, later documents."""

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import releasing
from enquiries.actions.coordinating import pass_question_on
from enquiries.desk.decisions.decision import Decision, MessageDecision, RequestDecision
from enquiries.desk.decisions.forms import PassAnswerForm, PassQuestionForm
from enquiries.models import Message
from enquiries.rules.disclosure import documents_waiting
from enquiries.words.actors import ActorKind
from enquiries.words.occurrences import Occurrence
from hospitals.models import Hospital


class PassQuestion(MessageDecision):
    step = "pass-question"
    title = gettext_lazy("Pass the hospital's question on")
    button = gettext_lazy("Ask the family")
    done = gettext_lazy("The question is with the family.")
    form_class = PassQuestionForm
    occurrence = Occurrence.QUESTION_PASSED_ON

    def find(self, key) -> Message:
        found = super().find(key)
        if found.author != ActorKind.HOSPITAL:
            raise Http404
        return found

    def initial(self) -> dict:
        return {"text": self.subject.text}

    def explain(self) -> list[str]:
        return [
            _("The family reads your words, not the hospital's. Its clock runs; the hospital's stands still.")
        ]

    def act(self, typed: dict) -> None:
        pass_question_on(message=self.subject, text=typed["text"], by=self.by)


class PassAnswer(RequestDecision):
    step = "pass-answer"
    title = gettext_lazy("Pass the answer on to the hospital")
    button = gettext_lazy("Send the answer")
    done = gettext_lazy("the answer is passed on and its clock runs again.")
    form_class = PassAnswerForm
    occurrence = Occurrence.INFO_PASSED_ON

    def answers(self) -> list[Message]:
        """What the family wrote about this hospital, or about none, and nobody has dealt with."""
        unread = self.enquiry.messages.unread_from_family()
        return list(unread.filter(Q(quote_request=self.subject) | Q(quote_request__isnull=True)))

    def initial(self) -> dict:
        return {"text": "\n\n".join(message.text for message in self.answers())}

    def explain(self) -> list[str]:
        return [_("The hospital reads your words and its clock goes on from where it stopped.")]

    def extra(self) -> dict:
        said = [
            *self.subject.messages.all(),
            *(answer for answer in self.answers() if not answer.quote_request_id),
        ]
        return {"messages_shown": said, "new_documents": documents_waiting(self.subject)}

    def act(self, typed: dict) -> None:
        releasing.pass_answer_on(quote_request=self.subject, text=typed["text"], by=self.by)


class PassDocuments(RequestDecision):
    step = "pass-documents"
    title = gettext_lazy("Pass new documents on to the hospital")
    button = gettext_lazy("Pass them on")
    done = gettext_lazy("the new documents are passed on.")
    occurrence = Occurrence.DOCUMENTS_PASSED_ON

    def explain(self) -> list[str]:
        sentences = [
            _("The family added them after the request was sent. Open them before the hospital does.")
        ]
        if self.subject.channel != Hospital.Channel.PORTAL:
            sentences.append(
                _("This hospital reads nothing in the portal: send them to it yourself, then come back.")
            )
        return sentences

    def extra(self) -> dict:
        return {"new_documents": documents_waiting(self.subject)}

    def act(self, typed: dict) -> None:
        releasing.pass_documents_on(quote_request=self.subject, by=self.by)


STEPS: tuple[type[Decision], ...] = (PassQuestion, PassAnswer, PassDocuments)
