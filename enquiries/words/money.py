"""Sums as people read them. Nothing here converts: a sum stays in the currency it was quoted in."""

from decimal import Decimal
from typing import Any

from django.utils import formats
from django.utils.translation import gettext_lazy as _

OFTEN_USED = ("EUR", "USD", "GBP", "CHF")
# ISO 4217, the currencies in use (2026), without funds, metals and test codes.
CURRENCIES = frozenset(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF
    SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU
    UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905
)


# Signs and words that stand for one currency, or for several between which only the form can tell.
MEANT = {
    "EUR": "€ euro euros eur. evro евро",
    "USD": "us$ $us usd$ dollar dollars us-dollar $",
    "GBP": "£ gbp£ pound pounds pfund",
    "CHF": "fr fr. sfr sfr. franken",
    "TRY": "₺ tl",
    "RUB": "₽ руб руб. рубль рублей",  # noqa: RUF001  (Cyrillic)
    "UAH": "₴ грн грн.",
    "INR": "₹ rs rs.",
    "ILS": "₪ nis",
    "PLN": "zł",
    "JPY": "¥",
    "CNY": "¥ rmb yuan",
    "KRW": "₩",
    "VND": "₫",
    "KZT": "₸",
    "GEL": "₾",
    "AZN": "₼",
}
DOLLARS = frozenset(
    "USD CAD AUD NZD SGD HKD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD MXN ARS CLP COP".split()  # noqa: SIM905
)


def currency_meant(word: str) -> frozenset[str]:
    """The codes that a sign or word beside a sum may stand for; empty for what is none."""
    if word.upper() in CURRENCIES:
        return frozenset({word.upper()})
    if word in {"$", "dollar", "dollars"}:
        return DOLLARS
    return frozenset(code for code, words in MEANT.items() if word.casefold() in words.split())


def currency_choices() -> list[tuple[Any, Any]]:
    others = sorted(CURRENCIES - set(OFTEN_USED))
    return [
        ("", _("Choose the currency")),
        (_("Often used"), [(code, code) for code in OFTEN_USED]),
        (_("All others"), [(code, code) for code in others]),
    ]


def number(amount: Decimal) -> str:
    """Grouped as the language groups; cents only where there are some."""
    places = 0 if amount == amount.to_integral_value() else 2
    return formats.number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)


def money(amount: Decimal, currency: str) -> str:
    """`EUR 48,000`. The code, not a sign: "$" is more than a dozen currencies. The spaces do not break."""
    return f"{currency}\u00a0{number(amount)}"


def money_range(low: Decimal, high: Decimal, currency: str) -> str:
    if low == high:
        return money(low, currency)
    return f"{currency}\u00a0{number(low)}\u00a0\u2013 {number(high)}"
