"""A code is found in whatever is typed or pasted, however mail programs, phones and people have changed it."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enquiries.words.references import CROCKFORD
from enquiries.words.typed.codes import MOST_FOUND, found_codes

CODE = "K7Q2-9MXD-4T0A-1BCD-EFGH-JKMN"
LETTERS = CODE.replace("-", "")
LONG = "-".join([CODE, CODE, "PQRS"])
LINK = f"https://portal.example.org/status/#{CODE}"
ENCODED = quote(LINK, safe="")
MAIL = f"""Guten Tag,

there is something to read about your enquiry. This mail holds nothing that must stay with you from here only.

Open this link: {LINK}
or type this code: {CODE}

Reference: K7Q29-MXD4T
"""


def quoted(text):
    return "".join(f"> {line}\n" for line in text.splitlines())


def quoted_printable(text, width=9):
    return "=\n".join(text[at : at + width] for at in range(0, len(text), width))


AS_PEOPLE_AND_PROGRAMS_CHANGE_IT = {
    "as it is": CODE,
    "lower case": CODE.lower(),
    "spaces": CODE.replace("-", " "),
    "nothing between": LETTERS,
    "one by one": " ".join(LETTERS),
    "other groups": "K7Q29 MXD4T 0A1BC DEFGH JKMN",
    "a line a group": CODE.replace("-", "\n"),
    "broken in the middle of a group": f"{CODE[:7]}\r\n{CODE[7:]}",
    "quoted": quoted(CODE.replace("-", "-\n")),
    "twice quoted": quoted(quoted(CODE.replace("-", "-\n"))),
    "no-break spaces": CODE.replace("-", "\u00a0"),
    "en dashes": CODE.replace("-", "\u2013"),
    "no-break hyphens": CODE.replace("-", "\u2011"),
    "soft hyphens": CODE.replace("X", "X\u00ad").replace("-", "\u00ad-"),
    "zero-width spaces": "\u200b".join(CODE),
    "marks of direction": f"\u202a{CODE}\u202c\u200e",
    "full width": "".join(chr(ord(char) + 0xFEE0) for char in CODE),
    "Cyrillic look-alikes": CODE.translate(str.maketrans("KMXTABCEH", "КМХТАВСЕН")),
    "small Cyrillic look-alikes": CODE.lower().translate(str.maketrans("kmxtaceh", "кмхтасен")),
    "Greek look-alikes": CODE.translate(str.maketrans("KMXTABEH", "ΚΜΧΤΑΒΕΗ")),
    "O for 0, l for 1": CODE.replace("0", "O").replace("1", "l"),
    "o for 0, I for 1": CODE.replace("0", "o").replace("1", "I"),
    "Arabic digits": CODE.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "a word before": f"Code: {CODE}",
    "a word after": f"{CODE} thank you",
    "between brackets": f"<{CODE}>.",
    "glued to what follows": f"{CODE}Reference",
    "glued to what is before": f"code{CODE}",
    "the link": LINK,
    "the link between brackets": f"<{LINK}>",
    "the link in a path": f"https://portal.example.org/status/{CODE}",
    "the link percent-encoded": ENCODED,
    "twice percent-encoded": quote(ENCODED, safe=""),
    "every letter percent-encoded": "".join(f"%{ord(char):02X}" for char in LINK),
    "a safe link": f"https://eur01.safelinks.example.com/?url={ENCODED}&amp;data=05%7C02%7C&amp;reserved=0",
    "a defense link": "https://urldefense.example.com/v2/url?u=https-3A__portal.example.org_status_-23"
    + CODE.replace("-", "-2D")
    + "&d=DwMFaQ&c=abcd",
    "a defense link of the third kind": f"https://urldefense.example.com/v3/__https://x.test/status/*{CODE}__;Iw!!AbCd",
    "quoted-printable": quoted_printable(CODE),
    "a link in quoted-printable": quoted_printable(f'<a href=3D"{LINK}">', 20),
    "the number sign in quoted-printable": quoted_printable(LINK.replace("#", "=23"), 20),
    "entities": CODE.replace("-", "&#8209;").replace("X", "X&shy;"),
    "a break in HTML": CODE.replace("-", "-<wbr>"),
    "the whole mail": MAIL,
    "the whole mail quoted": quoted(MAIL),
    "the whole mail in one line": " ".join(MAIL.split("\n")),
    "the whole mail with its line breaks swallowed": MAIL.replace("\n", ""),
    "the whole mail in quoted-printable": quoted_printable(MAIL, 70),
}


@pytest.mark.parametrize("how", AS_PEOPLE_AND_PROGRAMS_CHANGE_IT)
def test_the_code_is_found(how):
    assert LETTERS in found_codes(AS_PEOPLE_AND_PROGRAMS_CHANGE_IT[how])


@pytest.mark.parametrize("how", [str, str.lower, quoted_printable, quote, quoted])
def test_a_long_code_given_out_before_is_found_too(how):
    assert LONG.replace("-", "") in found_codes(how(LONG))


@given(
    before=st.text(max_size=60),
    after=st.text(max_size=60),
    between=st.sampled_from(
        ["-", " ", "\u00a0", "\u2013", "\n", "\n> ", " - ", "%20", "%2D", "\u200b-", "."]
    ),
    letters=st.text(alphabet=CROCKFORD, min_size=24, max_size=24),
)
def test_the_code_is_found_between_any_other_words(before, after, between, letters):
    code = between.join(letters[at : at + 4] for at in range(0, 24, 4))
    assert letters in found_codes(f"{before} | {code} | {after}")


@given(st.text(max_size=2000))
def test_whatever_is_typed_no_more_is_looked_up_than_a_few(typed):
    found = found_codes(typed)
    assert len(found) <= MOST_FOUND
    assert all(len(letters) in (24, 52) and set(letters) <= set(CROCKFORD) for letters in found)


@pytest.mark.parametrize("letters", ["a " * 50_000, "=3D%2525" * 10_000, "\ufdfa" * 40_000])
def test_of_letters_by_the_ten_thousand_only_the_first_are_read(letters):
    """No more work than a long mail makes, whatever is pasted: what stands behind is not looked at."""
    code = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23"
    assert found_codes(f"{code} {letters}") and found_codes(f"{letters} {code}") == found_codes(letters)
