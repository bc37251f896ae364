"""Decisions about the enquiry as a whole: who has it, what is said to the family, how urgent it is."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import coordinating
from enquiries.desk.decisions.forms import NoteForm, UrgentForm, WriteForm
from enquiries.desk.decisions.row import DeskDecision, Standing, offered_as, while_open
from enquiries.desk.decisions.subjects import ENQUIRY
from enquiries.models import Enquiry
from enquiries.rules.steps import StepKind
from enquiries.words.occurrences import Occurrence
from enquiries.words.permissions import TRIAGE
from ground.decisions import Words, saying


def offer_to_take(enquiry: Enquiry, standing: Standing) -> Words:
    if not enquiry.is_open or enquiry.assigned_to_id == standing.user.pk:
        return ""
    return _("Take it over") if enquiry.assigned_to_id else _("Take it")


def who_has_it(enquiry: Enquiry, user: Any) -> list[str]:
    holder = enquiry.assigned_to
    if holder is None:
        return [_("It becomes yours. The others see that you are on it.")]
    if holder == user:
        return [_("It is yours already.")]
    return [_("%(name)s has it now. You take it over.") % {"name": holder.get_username()}]


def offer_to_confirm(enquiry: Enquiry, standing: Standing) -> Words:
    waits = enquiry.is_open and enquiry.address_confirmed_at is None
    return _("Reached by another way") if waits else ""


def how_it_was_reached(enquiry: Enquiry, user: Any) -> list[str]:
    if enquiry.address_confirmed_at:
        return [_("The address is confirmed already.")]
    return [
        _("Do this only after you have spoken to the family, for example by telephone."),
        _("From then on the enquiry can be sent to hospitals."),
    ]


TAKE = DeskDecision(
    key="take",
    on=ENQUIRY,
    label=gettext_lazy("Take this enquiry"),
    button=gettext_lazy("Take it"),
    done=gettext_lazy("It is yours now."),
    permission=TRIAGE,
    causes=(Occurrence.TAKEN,),
    offer=offer_to_take,
    will_happen=who_has_it,
    action=lambda enquiry, typed, by: coordinating.take(enquiry=enquiry, by=by),
)
WRITE = DeskDecision(
    key="write",
    on=ENQUIRY,
    label=gettext_lazy("Write to the family"),
    button=gettext_lazy("Send the message"),
    done=gettext_lazy("The message is on the family's status page, and a mail tells them."),
    permission=TRIAGE,
    form=WriteForm,
    causes=(Occurrence.FAMILY_ASKED,),
    does=(StepKind.ANSWER_FAMILY,),
    offer=while_open(gettext_lazy("Write to the family")),
    will_happen=saying(
        gettext_lazy(
            "The message appears on the family's status page. The mail that announces it holds none of it."
        ),
        gettext_lazy("Messages of the family that wait for an answer count as answered."),
    ),
    action=lambda enquiry, typed, by: coordinating.write_to_family(enquiry=enquiry, by=by, **typed),
)
CONFIRM_ADDRESS = DeskDecision(
    key="confirm-address",
    on=ENQUIRY,
    label=gettext_lazy("Reached the family by another way"),
    button=gettext_lazy("Yes, I have reached them"),
    done=gettext_lazy("The address counts as confirmed."),
    permission=TRIAGE,
    causes=(Occurrence.ADDRESS_CONFIRMED,),
    does=(StepKind.CONFIRM_ADDRESS,),
    offer=offer_to_confirm,
    will_happen=how_it_was_reached,
    action=lambda enquiry, typed, by: coordinating.confirm_address(enquiry=enquiry, by=by),
)
URGENT = DeskDecision(
    key="urgent",
    on=ENQUIRY,
    label=gettext_lazy("How urgent is it?"),
    button=gettext_lazy("Save"),
    done=gettext_lazy("The urgency is saved."),
    permission=TRIAGE,
    form=UrgentForm,
    begins=lambda enquiry: {"urgent": "yes" if enquiry.urgent else "no"},
    causes=(Occurrence.URGENT_MARKED,),
    offer=while_open(gettext_lazy("Urgency")),
    will_happen=saying(
        gettext_lazy(
            "Urgent enquiries stand on top of every worklist and their first answer is due within hours."
        )
    ),
    action=lambda enquiry, typed, by: coordinating.mark_urgent(enquiry=enquiry, by=by, **typed),
)
NOTE = DeskDecision(
    key="note",
    on=ENQUIRY,
    label=gettext_lazy("Write an internal note"),
    button=gettext_lazy("Keep the note"),
    done=gettext_lazy("The note is kept."),
    permission=TRIAGE,
    form=NoteForm,
    offer=offered_as(gettext_lazy("Internal note")),
    action=lambda enquiry, typed, by: coordinating.add_note(enquiry=enquiry, by=by, **typed),
    template="admin/enquiries/note.html",
    checks_version=False,  # a note is added and changes nothing that another person did
)
