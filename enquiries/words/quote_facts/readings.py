"""The words of what only several fields of a quote say together. Each takes a Quote, or anything with its field names,
and says "" where nothing is stated."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enquiries.words.money import money, money_range
from enquiries.words.quote_facts.choices import Refundable


def amount(quote: Any) -> str:
    if quote.amount_low is None or not quote.currency:
        return ""
    high = quote.amount_low if quote.amount_high is None else quote.amount_high
    return money_range(quote.amount_low, high, quote.currency)


def deposit(quote: Any) -> str:
    if quote.deposit is None:
        return ""
    if quote.deposit == 0:
        return _("Nothing")
    if quote.deposit == quote.amount_high:
        return _("%(sum)s, the whole estimate") % {"sum": money(quote.deposit, quote.currency)}
    return money(quote.deposit, quote.currency)


def comes_back(quote: Any) -> str:
    """Where nothing is paid in advance the question has its answer."""
    if quote.deposit == 0:
        return _("Nothing is paid in advance")
    return str(Refundable(quote.deposit_refundable).label) if quote.deposit_refundable else ""


def nights(quote: Any) -> str:
    if quote.nights is None:
        return ""
    return ngettext("%(count)d night", "%(count)d nights", quote.nights) % {"count": quote.nights}


def weeks(quote: Any) -> str:
    low, high = quote.final_invoice_weeks_low, quote.final_invoice_weeks_high
    if high is None:
        return ""
    if low is None or low == high:
        return ngettext("%(weeks)d week", "%(weeks)d weeks", high) % {"weeks": high}
    return _("%(low)d to %(high)d weeks") % {"low": low, "high": high}
