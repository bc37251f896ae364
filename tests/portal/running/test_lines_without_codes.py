"""No line of a log holds an access code, in whatever address it stood."""

import logging
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from all_portal.serving.lines_without_codes import TAKEN_OUT, without_codes
from all_portal.serving.logs import QuietFormatter
from enquiries.words.references import CROCKFORD
from enquiries.words.typed.codes import found_codes

CODE = "K7Q2-9MXD-4T0A-1BCD-EFGH-JKMN"
LETTERS = CODE.replace("-", "")
PATHS = ["/status/", "/clinic/", "/", "/de/status/", "/enquiry/x/", "/status?", "/admin/?q=", "//status//"]


def encoded(text: str, which: list[bool]) -> str:
    """Some letters percent-encoded, as the examples have it."""
    marks = [which[at % len(which)] for at in range(len(text))]
    return "".join(f"%{ord(char):02X}" if mark else char for char, mark in zip(text, marks, strict=True))


codes = st.text(alphabet=CROCKFORD, min_size=23, max_size=23).map(lambda letters: f"{letters}7")


@given(
    letters=codes,
    path=st.sampled_from(PATHS),
    between=st.sampled_from(["-", "", "%20", "%2D", "+", ".", "/", "%0A"]),
    which=st.lists(st.booleans(), min_size=1, max_size=7),
    times=st.integers(0, 2),
)
def test_the_code_is_taken_out_of_any_address(letters, path, between, which, times):
    code = between.join(letters[at : at + 4] for at in range(0, 24, 4))
    address = path + encoded(code, which)
    for _time in range(times):
        address = quote(address, safe="/")
    line = without_codes(f"Not Found: {address} of GET")
    assert letters not in found_codes(line)
    assert line.startswith(("Not Found: ", TAKEN_OUT))


@pytest.mark.parametrize(
    "line", [f"GET /x/{CODE.replace('-', ' ')} HTTP/1.1", f"{LETTERS}", f"a {CODE.lower()}!"]
)
def test_a_code_is_taken_out_of_words_too(line):
    assert LETTERS not in found_codes(without_codes(line))


@pytest.mark.parametrize(
    "line",
    [
        "Not Found: /hospitals/nowhere/",
        "notice 12: sent",
        "Conflict: /clinic/request/ask/",
        "Forbidden: /status/enquiry/ulm/turn-down/",
        "enquiry row 7 could not be anonymized",
        "Method Not Allowed (PUT): /programs/",
        "Not Found: /static/js/finder.0a1b2c3d4e5f.js",
        "Worker (pid:1234) was sent SIGTERM! Perhaps out of memory?",
        "Booting worker with pid: 1234",
    ],
)
def test_what_holds_none_stays_as_it_is(line):
    assert without_codes(line) == line


def test_the_log_s_own_lines_go_through_it():
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 1, "Not Found: %s", (f"/x/{CODE}",), None
    )
    assert QuietFormatter("%(message)s").format(record) == f"Not Found: {TAKEN_OUT}"
