"""What a quote must hold before it is kept, whoever enters it. Each form that takes a quote shows these sentences
beside their fields, and the action refuses with the first of them: tests/enquiries/forms/test_quote_form.py.

A quote is judged by the day on which the hospital answered, which for an answer entered later is not today.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from enquiries.words.quote_facts import BY_FIELD

LONGEST_AHEAD = timedelta(days=730)  # vow days: a bound of what is plausible, nobody's deadline
Misfit = tuple[str, str]


def misfits(facts: dict[str, Any], *, today: date, answered_on: date) -> Iterator[Misfit]:
    """(field, sentence) for each thing that can't be. `facts` are Quote's fields; one that is missing is None."""
    yield from _of_the_sums(facts)
    yield from _of_the_days(facts, today, answered_on)
    first, last = facts.get("final_invoice_weeks_low"), facts.get("final_invoice_weeks_high")
    if first is not None and last is not None and last < first:
        yield "final_invoice_weeks_high", _("The longest time is shorter than the shortest.")


def _of_the_sums(facts: dict[str, Any]) -> Iterator[Misfit]:
    low, high, deposit = (facts.get(name) for name in ("amount_low", "amount_high", "deposit"))
    if low is None or high is None or low <= 0:
        yield "amount_low", _("A quote needs an estimated sum above zero.")
    elif high < low:
        yield "amount_high", _("The upper end of the range is below its lower end.")
    elif deposit is not None and not 0 <= deposit <= high:
        yield "deposit", _("The deposit is above the estimated sum.")
    if not facts.get("currency"):
        yield "currency", str(BY_FIELD["currency"].asked.missing)


def _of_the_days(facts: dict[str, Any], today: date, answered_on: date) -> Iterator[Misfit]:
    until, admission = facts.get("valid_until_on"), facts.get("earliest_admission_on")
    if until is None or until < today:
        yield "valid_until_on", _("A quote must be valid today or longer.")
    elif until - today > LONGEST_AHEAD:
        yield "valid_until_on", _("This date is more than two years ahead.")
    elif until - answered_on > LONGEST_AHEAD:
        yield "valid_until_on", _("A quote can't be valid for more than two years.")
    if admission is None:
        return
    if admission < answered_on:
        yield "earliest_admission_on", _too_early(today, answered_on)
    elif admission - today > LONGEST_AHEAD:
        yield "earliest_admission_on", _("This date is more than two years ahead.")


def _too_early(today: date, answered_on: date) -> str:
    if answered_on == today:
        return _("The earliest admission lies in the past.")
    return _("The earliest admission lies before the answer.")
