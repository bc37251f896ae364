"""What a quote must hold before it is kept, whoever enters it. The forms name the field; this is the last gate."""

from datetime import date

from django.utils.translation import gettext as _

from enquiries.rules.workflow import Refused

LONGEST_VALIDITY_DAYS = 730


def check(facts: dict, *, today: date, answered_on: date) -> None:
    """Raises Refused with the sentence for the first thing that can't be."""
    low, high = facts.get("amount_low"), facts.get("amount_high")
    deposit, valid_until, admission = (
        facts.get("deposit"),
        facts.get("valid_until_on"),
        facts.get("earliest_admission_on"),
    )
    if low is None or high is None or low <= 0:
        raise Refused(_("A quote needs an estimated sum above zero."))
    if high < low:
        raise Refused(_("The upper end of the range is below its lower end."))
    if not facts.get("currency"):
        raise Refused(_("A quote needs a currency."))
    if deposit is not None and not 0 <= deposit <= high:
        raise Refused(_("The deposit is above the estimated sum."))
    if valid_until is None or valid_until < today:
        raise Refused(_("A quote must be valid today or longer."))
    if (valid_until - answered_on).days > LONGEST_VALIDITY_DAYS:
        raise Refused(_("A quote can't be valid for more than two years."))
    if admission is not None and admission < answered_on:
        raise Refused(_("The earliest admission lies before the answer."))
