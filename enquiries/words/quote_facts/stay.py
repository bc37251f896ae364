"""The stay itself, and the days a quote names."""

from django.utils.translation import gettext_lazy as _

from enquiries.words.quote_facts import readings
from enquiries.words.quote_facts.choices import Room
from enquiries.words.quote_facts.costs import SUMS
from enquiries.words.quote_facts.fact import Asked, Fact, Note, Section, Told
from enquiries.words.quote_facts.kinds import Choice, Count, Day, Text

STAY = (
    Fact(
        field="nights",
        kind=Count(most=730),
        asked=Asked(Section.STAY, _("Nights assumed")),
        told=Told(
            _("Nights assumed"),
            promise=_("How many nights it counts on"),
            words=readings.nights,
            note=Note.STAY_ASKED_FOR,
        ),
        differs_at=50,
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="room",
        kind=Choice(Room),
        asked=Asked(Section.STAY, _("Room"), beside=True),
        told=Told(_("Room"), promise=_("Which kind of room")),
        differs_at=50,
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="companion",
        kind=Text(rows=2),
        asked=Asked(Section.STAY, _("A person staying with the patient"), help=_("Bed, meals, cost.")),
        told=Told(
            _("A person staying with the patient"), promise=_("Whether someone can stay with the patient")
        ),
    ),
)

DATES = (
    Fact(
        field="earliest_admission_on",
        kind=Day(),
        asked=Asked(Section.DATES, _("Earliest admission")),
        told=Told(_("Earliest admission"), promise=_("The earliest day of admission")),
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="valid_until_on",
        kind=Day(),
        asked=Asked(
            Section.DATES,
            _("The quote is valid until"),
            missing=_("A quote needs a day until which it is valid."),
            beside=True,
        ),
        required=True,
        told=Told(
            _("Valid until"),
            promise=_("Until which day the quote holds"),
            note=Note.WHETHER_RUN_OUT,
        ),
        personal=False,
        clear_because=SUMS,
    ),
)
