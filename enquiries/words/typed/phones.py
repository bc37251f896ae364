"""Phone numbers as people write them and as messengers show them.

Taken is what can be dialed, and what could be under an older plan of numbers or may be under one that our library does
not know yet: a phone that nobody has to give must stop nobody. Refused is only what no network takes.

Held by tests/enquiries/words/typed/test_phones.py.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    ValidationResult,
    format_number,
    is_possible_number_with_reason,
    is_valid_number,
    parse,
)

FEWEST_DIGITS, MOST_DIGITS = 8, 15  # with the country's code; more no network takes (ITU E.164)
NUMBER = re.compile(r"(?:\+\s*)?\(?\+?\d(?:[\s().\-\u2010-\u2015\u2212/]*\d)*")
SEVERAL = re.compile(r"[/,;]")
FEWEST_TYPED = 4
FEWEST_FOUND = 6
LONG = 12


@dataclass(frozen=True)
class Phone:
    e164: str
    """`+962791234567`, by which it is found."""
    national: str
    """Without the country's code and the zero before it: how it may be shown where it is called from."""
    words: str
    """What was typed, with the number as it is dialed from abroad in place of its own."""


def read_phone(typed: str, *, country: str = "") -> Phone | None:
    """A number without its country's code is one of `country`. None for what no network takes."""
    text = _plain(typed)
    for part in _parts(text):
        if number := _number(part, country):
            return Phone(
                format_number(number, PhoneNumberFormat.E164),
                str(number.national_number),
                text.replace(part, format_number(number, PhoneNumberFormat.INTERNATIONAL), 1),
            )
    return None


def dialed_as(typed: str) -> set[str]:
    """What a number may be stored as that somebody reads off a phone: with its country's code, or as it is dialed at
    home. Empty where it is too short to be one."""
    digits = "".join(filter(str.isdigit, _plain(typed)))
    if len(digits) < FEWEST_FOUND or re.search(r"[^\W\d_]", typed):
        return set()
    phone = read_phone(typed)
    return {digits.lstrip("0"), f"+{digits.lstrip('0')}"} | ({phone.e164} if phone else set())


def _plain(typed: str) -> str:
    """Usual digits in any script's place, and nothing that nobody sees: messengers put marks of direction around."""
    seen = (char for char in unicodedata.normalize("NFKC", typed) if unicodedata.category(char) != "Cf")
    return "".join(_digit(char) for char in seen).strip()


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


def _parts(text: str) -> Iterator[str]:
    """What may be a number, the likeliest first: words beside it are none, and two may stand in one line."""
    whole = [match[0] for match in NUMBER.finditer(text)]
    yield from (part for part in whole if sum(map(str.isdigit, part)) >= FEWEST_TYPED)
    for run in whole:
        yield from (part.strip() for part in SEVERAL.split(run) if part != run)


def _number(part: str, country: str) -> PhoneNumber | None:
    digits = "".join(filter(str.isdigit, part))
    if "+" in part or digits.startswith("00"):
        return _taken(_parsed(f"+{digits.removeprefix('00')}", None))
    known, abroad = _parsed(part, country or None), _parsed(f"+{digits}", None)
    # Some leave out the plus. That is a guess, so the number has to be one, and longer than most are at home.
    is_abroad = abroad is not None and is_valid_number(abroad)
    if known and is_valid_number(known) and not (is_abroad and len(digits) >= LONG and digits[0] != "0"):
        return known
    return abroad if is_abroad else _taken(known)


def _parsed(text: str, country: str | None) -> PhoneNumber | None:
    try:
        return parse(text, country)
    except NumberParseException:
        return None


def _taken(number: PhoneNumber | None) -> PhoneNumber | None:
    if number is None or is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE:
        return number
    digits = len(format_number(number, PhoneNumberFormat.E164)) - 1
    return number if FEWEST_DIGITS <= digits <= MOST_DIGITS else None
