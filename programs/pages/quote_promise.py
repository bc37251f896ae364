"""What a quote will tell a family, in the order the enquiry's own list of points has (tests hold the two together)."""

from django.utils.translation import gettext_lazy as _

QUOTE_TELLS = {
    "amount_low": _("What it is likely to cost: one sum or a range, and in which currency"),
    "assumptions": _("What the hospital assumed when it worked that out"),
    "deposit": _("How much must be paid before admission"),
    "deposit_refundable": _("Whether money that was not needed comes back"),
    "included": _("What is included"),
    "not_included": _("What is not included and costs extra"),
    "nights": _("How many nights it counts on"),
    "room": _("Which kind of room"),
    "companion": _("Whether someone can stay with the patient"),
    "earliest_admission_on": _("The earliest day of admission"),
    "valid_until_on": _("Until which day the quote holds"),
    "final_invoice_weeks_high": _("After how many weeks the final invoice comes"),
}
