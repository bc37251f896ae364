"""Check 33: a file's name can hurt neither our disk nor a reader's screen or computer."""

import os
import string
import unicodedata
from email.message import Message
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enquiries.files.blobs import BlobMissing, path_of
from enquiries.files.names import EXTENSIONS, RESERVED, harmless_name
from enquiries.files.serving import _headers
from enquiries.models import Document

NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("/\\\x00\r\n\u202e\u2066\u200f\ufeff.:;\"'%<>|?*~ \u2028" + string.ascii_letters),
    ),
    max_size=400,
)


@given(NASTY | st.sampled_from(sorted(RESERVED)), st.sampled_from(sorted(EXTENSIONS)))
def test_any_name_becomes_one_harmless_visible_line(name, content_type):
    """check 33"""
    made = harmless_name(name, content_type)
    stem, extension = os.path.splitext(made)
    assert extension == EXTENSIONS[content_type] and stem.strip(". ")
    assert not {unicodedata.category(char)[0] for char in made} & {"C"}
    assert not set(made) & set('<>:"|?*%;\\/\r\n\x00')
    assert not made.startswith((".", " ")) and made == os.path.basename(made)
    assert made.partition(".")[0].casefold() not in RESERVED
    assert len(made.encode()) <= 200
    assert harmless_name(made, content_type) == made


@given(NASTY, st.sampled_from(sorted(EXTENSIONS)))
def test_the_name_survives_the_header_it_is_sent_in(name, content_type):
    """check 33: RFC 6266, read back by a parser that is not ours."""
    document = Document(name=harmless_name(name, content_type), content_type=content_type)
    header = _headers(document)["Content-Disposition"]
    assert header.isascii() and header.isprintable() and header.startswith("attachment; ")
    message = Message()
    message["Content-Disposition"] = header
    assert message.get_filename() == document.name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\amira\\Befund März.PDF", "Befund März.pdf"),
        ("con", "_con.pdf"),
        ("NUL.txt.pdf", "_NUL.txt.pdf"),
        (".bashrc", "bashrc.pdf"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "a b Set-Cookie_ x.pdf".replace("a b", "ab")),
        ("letter\u202efdp.exe", "letterfdp.exe.pdf"),
        ("", "document.pdf"),
        ("...", "document.pdf"),
        ("تقرير طبي.pdf", "تقرير طبي.pdf"),
        ("x" * 5000 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_a_name_we_know_to_be_bad_reads_well_afterwards(name, made):
    assert harmless_name(name, "application/pdf") == made


@given(st.text(max_size=60) | st.from_regex(r"[0-9a-f]{40}", fullmatch=True))
def test_no_stored_name_leads_out_of_the_private_folder(settings, name):
    """check 33"""
    root = Path(settings.PRIVATE_FILES_DIR)
    try:
        path = path_of(name)
    except BlobMissing:
        return
    assert os.path.commonpath([root, os.path.normpath(path)]) == str(root)
