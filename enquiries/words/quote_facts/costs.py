"""What it costs, what that rests on and holds, and what is paid before."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from enquiries.words.quote_facts import readings
from enquiries.words.quote_facts.choices import Refundable
from enquiries.words.quote_facts.fact import Asked, Fact, Section, Told, ToldWith
from enquiries.words.quote_facts.kinds import Choice, Count, Currency, Sum, Text

SUMS = "The database itself holds sums and days to their rules; without the rest they tell of nobody."

ESTIMATE = (
    Fact(
        field="amount_low",
        kind=Sum(least=Decimal("0.01")),
        asked=Asked(
            Section.ESTIMATE,
            _("Estimated cost"),
            help=_("One sum, or the lower end of a range."),
            missing=_("A quote needs an estimated sum."),
        ),
        required=True,
        told=Told(
            _("Estimated cost"),
            promise=_("What it is likely to cost: one sum or a range, and in which currency"),
            place=10,
            words=readings.amount,
        ),
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="amount_high",
        kind=Sum(least=Decimal("0.01")),
        asked=Asked(
            Section.ESTIMATE,
            _("Upper end of the range"),
            help=_("Only for a range."),
            beside=True,
        ),
        or_else="amount_low",
        told=ToldWith("amount_low"),
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="currency",
        kind=Currency(),
        asked=Asked(Section.ESTIMATE, _("Currency"), missing=_("A quote needs a currency."), beside=True),
        required=True,
        told=ToldWith("amount_low"),
        differs_at=50,
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="assumptions",
        kind=Text(),
        asked=Asked(
            Section.ESTIMATE,
            _("What the estimate assumes"),
            help=_(
                "For example: the diagnosis in the documents, no intensive care, no transplant, which medicines."
            ),
        ),
        told=Told(
            _("What it assumes"),
            promise=_("What the hospital assumed when it worked that out"),
            place=10,
        ),
        differs_at=90,
    ),
)

HOLDS = (
    Fact(
        field="included",
        kind=Text(),
        asked=Asked(Section.HOLDS, _("What is included")),
        told=Told(_("Included"), promise=_("What is included")),
    ),
    Fact(
        field="not_included",
        kind=Text(),
        asked=Asked(
            Section.HOLDS,
            _("What is not included"),
            help=_("For example: interpreter, medicines after discharge, the companion's bed."),
        ),
        told=Told(_("Not included"), promise=_("What is not included and costs extra")),
    ),
)

PAYMENT = (
    Fact(
        field="deposit",
        kind=Sum(least=Decimal(0)),
        asked=Asked(Section.PAYMENT, _("To be paid in advance"), help=_("0 if nothing is paid in advance.")),
        told=Told(
            _("Paid in advance"),
            promise=_("How much must be paid before admission"),
            place=20,
            words=readings.deposit,
        ),
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="deposit_refundable",
        kind=Choice(Refundable),
        asked=Asked(Section.PAYMENT, _("Does it come back?")),
        told=Told(
            _("Does it come back?"),
            promise=_("Whether money that was not needed comes back"),
            place=20,
            words=readings.comes_back,
        ),
        personal=False,
        clear_because=SUMS,
    ),
)

INVOICE = (
    Fact(
        field="final_invoice_weeks_low",
        kind=Count(most=260),
        asked=Asked(Section.PAYMENT, _("Final invoice after weeks, from")),
        or_else="final_invoice_weeks_high",
        told=ToldWith("final_invoice_weeks_high"),
        personal=False,
        clear_because=SUMS,
    ),
    Fact(
        field="final_invoice_weeks_high",
        kind=Count(most=260),
        asked=Asked(Section.PAYMENT, _("Final invoice after weeks, to"), beside=True),
        or_else="final_invoice_weeks_low",
        told=Told(
            _("Final invoice after"),
            promise=_("After how many weeks the final invoice comes"),
            words=readings.weeks,
        ),
        personal=False,
        clear_because=SUMS,
    ),
)
