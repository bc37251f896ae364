"""Steps on the enquiry itself and on the family's messages."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import coordinating, deciding
from enquiries.desk.decisions.decision import Decision, MessageDecision, RequestDecision
from enquiries.desk.decisions.forms import CloseForm, NoteForm, UrgentForm, WriteForm
from enquiries.words.actors import ActorKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.states import EnquiryState


class Take(Decision):
    step = "take"
    title = gettext_lazy("Take this enquiry")
    button = gettext_lazy("Take it")
    done = gettext_lazy("It is yours now.")
    occurrence = Occurrence.TAKEN

    def explain(self) -> list[str]:
        holder = self.enquiry.assigned_to
        if holder is None:
            return [_("It becomes yours. The others see that you are on it.")]
        if holder == self.request.user:
            return [_("It is yours already.")]
        return [_("%(name)s has it now. You take it over.") % {"name": holder.get_username()}]

    def act(self, typed: dict) -> None:
        coordinating.take(enquiry=self.enquiry, by=self.by)


class Write(Decision):
    step = "write"
    title = gettext_lazy("Write to the family")
    button = gettext_lazy("Send the message")
    done = gettext_lazy("The message is on the family's status page, and a mail tells them.")
    form_class = WriteForm
    occurrence = Occurrence.FAMILY_ASKED

    def explain(self) -> list[str]:
        return [
            _(
                "The message appears on the family's status page. The mail that announces it holds none of it."
            ),
            _("Messages of the family that wait for an answer count as answered."),
        ]

    def act(self, typed: dict) -> None:
        coordinating.write_to_family(enquiry=self.enquiry, by=self.by, **typed)


class ConfirmAddress(Decision):
    step = "confirm-address"
    title = gettext_lazy("Reached the family by another way")
    button = gettext_lazy("Yes, I have reached them")
    done = gettext_lazy("The address counts as confirmed.")
    occurrence = Occurrence.ADDRESS_CONFIRMED

    def explain(self) -> list[str]:
        if self.enquiry.address_confirmed_at:
            return [_("The address is confirmed already.")]
        return [
            _("Do this only after you have spoken to the family, for example by telephone."),
            _("From then on the enquiry can be sent to hospitals."),
        ]

    def act(self, typed: dict) -> None:
        coordinating.confirm_address(enquiry=self.enquiry, by=self.by)


class Urgent(Decision):
    step = "urgent"
    title = gettext_lazy("How urgent is it?")
    button = gettext_lazy("Save")
    done = gettext_lazy("The urgency is saved.")
    form_class = UrgentForm
    occurrence = Occurrence.URGENT_MARKED

    def initial(self) -> dict:
        return {"urgent": "yes" if self.enquiry.urgent else "no"}

    def explain(self) -> list[str]:
        return [
            _("Urgent enquiries stand on top of every worklist and their first answer is due within hours.")
        ]

    def act(self, typed: dict) -> None:
        coordinating.mark_urgent(enquiry=self.enquiry, urgent=typed["urgent"], by=self.by)


class Note(Decision):
    step = "note"
    title = gettext_lazy("Write an internal note")
    button = gettext_lazy("Keep the note")
    done = gettext_lazy("The note is kept.")
    form_class = NoteForm
    checks_version = False  # a note is added and changes nothing that another person did
    template_name = "admin/enquiries/note.html"

    def act(self, typed: dict) -> None:
        coordinating.add_note(enquiry=self.enquiry, text=typed["text"], by=self.by)


class Close(Decision):
    step = "close"
    title = gettext_lazy("Close the enquiry")
    button = gettext_lazy("Close it")
    done = gettext_lazy("The enquiry is closed.")
    form_class = CloseForm
    occurrence = Occurrence.CLOSED

    def explain(self) -> list[str]:
        sentences = [_("It leaves the worklists. The family can still read its status page.")]
        if self.enquiry.state == EnquiryState.ALL_ANSWERED_NO_QUOTE:
            sentences.append(
                _("No hospital could make a quote: it can't be closed without a letter from you.")
            )
        return [*sentences, _("An enquiry closed as not real causes no mail.")]

    def act(self, typed: dict) -> None:
        coordinating.close(enquiry=self.enquiry, by=self.by, **typed)


class Reopen(Decision):
    step = "reopen"
    title = gettext_lazy("Reopen the enquiry")
    button = gettext_lazy("Reopen it")
    done = gettext_lazy("The enquiry is open again.")
    occurrence = Occurrence.ENQUIRY_REOPENED

    def explain(self) -> list[str]:
        return [_("It returns to the worklists in the state that its requests give it.")]

    def act(self, typed: dict) -> None:
        coordinating.reopen(enquiry=self.enquiry, by=self.by)


class Handled(MessageDecision):
    step = "handled"
    title = gettext_lazy("Dealt with without an answer")
    button = gettext_lazy("Mark as dealt with")
    done = gettext_lazy("The message counts as dealt with.")

    def explain(self) -> list[str]:
        if self.subject.author == ActorKind.HOSPITAL:
            return [
                _("The question is not passed on. The hospital keeps waiting until you pass an answer on.")
            ]
        return [_("For a message that needs no answer, or that you answered by telephone.")]

    def act(self, typed: dict) -> None:
        coordinating.mark_handled(message=self.subject, by=self.by)


class Withdraw(RequestDecision):
    step = "withdraw"
    title = gettext_lazy("Withdraw the request at this hospital")
    button = gettext_lazy("Withdraw it")
    done = gettext_lazy("the request is withdrawn.")
    occurrence = Occurrence.WITHDRAWN

    def explain(self) -> list[str]:
        return [
            _("Do this when the family asks you to. The consent for this hospital ends with it."),
            _("The hospital's code stops working, and it is asked to delete what it has."),
            _("This can't be undone: a new request needs a new consent."),
        ]

    def act(self, typed: dict) -> None:
        deciding.withdraw(quote_request=self.subject, by=self.by)


STEPS: tuple[type[Decision], ...] = (
    Take,
    Write,
    ConfirmAddress,
    Urgent,
    Note,
    Close,
    Reopen,
    Handled,
    Withdraw,
)
