"""A cleaned PDF says what its reader saw: nothing visible goes, nothing hidden comes up, or it is refused in words."""

import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageChops

from enquiries.files.sandbox.pdf import rebuilding, sameness
from enquiries.files.sandbox.pdf.rebuilding import rebuilt_pdf
from enquiries.files.sandbox.unfit import Unfit
from tests.enquiries.files import making
from tests.enquiries.files.cleaning.drawn import (
    FIELD,
    drawing,
    form_with,
    ink,
    layered,
    opened,
    page_of,
    page_with,
    text_of,
)


def kept(data: bytes) -> bytes:
    return rebuilt_pdf(data, most_pages=9)


def refusal(data: bytes) -> str:
    with pytest.raises(Unfit) as unfit:
        kept(data)
    return unfit.value.reason


@pytest.mark.parametrize("anew", [True, False])
def test_a_typed_value_without_a_drawing_stands_on_the_page(anew):
    data = kept(form_with(anew=anew, V=String("Ph negative")))
    assert "Ph negative" in text_of(data) and ink(data, FIELD)


def test_a_value_drawn_before_is_drawn_anew_when_the_file_asks_for_it():
    pdf = opened(form_with(anew=True, V=String("new value")))
    pdf.pages[0].Annots[0].AP = Dictionary(N=drawing(pdf, "old value"))
    text = text_of(kept(making.saved(pdf)))
    assert "new value" in text and "old value" not in text


def test_a_value_with_its_own_drawing_keeps_it():
    pdf = opened(form_with(V=String("stored")))
    pdf.pages[0].Annots[0].AP = Dictionary(N=drawing(pdf, "shown"))
    text = text_of(kept(making.saved(pdf)))
    assert "shown" in text and "stored" not in text


def test_several_lines_of_a_field_are_all_there_and_inside_it():
    data = kept(
        form_with(
            V=String("first\rsecond\rthird " + "word " * 40), Ff=1 << 12, Rect=Array([72, 500, 372, 620])
        )
    )
    text = " ".join(text_of(data).split())
    assert text.count("word") == 40 and "first second third" in text
    assert ink(data, (72, 560, 372, 620)) and not ink(data, (0, 400, 595, 498))


def test_a_long_value_is_made_smaller_and_never_cut():
    data = kept(form_with(V=String("a long diagnosis " * 6 + "end")))
    assert "diagnosis end" in text_of(data)
    assert not ink(data, (373, 590, 595, 630))


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            {
                "FT": Name.Ch,
                "V": String("b"),
                "Opt": Array([Array([String("b"), String("B-ALL")]), String("T")]),
            },
            "B-ALL",
        ),
        ({"FT": Name.Ch, "V": Array([String("one"), String("two")])}, "one\ntwo"),
        ({"FT": Name.Btn, "AS": Name.Yes}, "X"),
        ({"FT": Name.Btn, "V": Name.On}, "X"),
        ({"V": String("AB12"), "Ff": 1 << 24, "MaxLen": 8}, "AB12"),
        ({"V": String("secret"), "Ff": 1 << 13}, "******"),
        ({"FT": Name.Btn, "Ff": 1 << 16, "MK": Dictionary(CA=String("Print"))}, "Print"),
    ],
)
def test_each_sort_of_field_shows_what_a_viewer_shows(field, said):
    data = kept(form_with(**field))
    shown = text_of(data).replace("Bone marrow report", "").strip()
    assert shown.replace(" ", "") == said
    assert ink(data, FIELD)


def test_a_value_that_is_hidden_stays_so():
    data = kept(form_with(V=String("hidden"), F=2))
    assert "hidden" not in text_of(data)
    assert "hidden" not in text_of(kept(form_with(V=String("hidden"), F=32)))


@pytest.mark.parametrize("flag", [2, 32])
def test_what_is_drawn_but_hidden_on_the_screen_does_not_come_up(flag):
    pdf = opened(form_with(F=flag))
    pdf.pages[0].Annots[0].AP = Dictionary(N=drawing(pdf, "hidden"))
    assert "hidden" not in text_of(kept(making.saved(pdf)))


def test_an_empty_field_and_an_unticked_box_show_nothing():
    for field in ({"V": String("")}, {"FT": Name.Btn, "AS": Name.Off}, {"FT": Name.Sig}):
        assert not ink(kept(form_with(**field)), FIELD)


@pytest.mark.parametrize("value", ["白血病", "Լեյկոզ", "ok \U0001f600"])
def test_words_the_font_cannot_write_are_refused_and_never_become_boxes(value):
    assert refusal(form_with(V=String(value))) == "changing"


def test_a_value_that_fits_in_no_readable_size_is_refused():
    assert refusal(form_with(V=String("word " * 2000), Ff=1 << 12)) == "changing"


def test_a_turned_field_is_refused_rather_than_drawn_askew():
    assert refusal(form_with(V=String("a"), MK=Dictionary(R=90))) == "changing"


@pytest.mark.parametrize("words", ["Contents", "RC"])
def test_a_note_that_opens_at_a_click_is_numbered_and_told_behind_the_last_page(words):
    data = kept(page_with(Subtype=Name.Text, **{words: String("allergic to أسباراجيناز")}))
    assert "[1] Page 1: allergic to" in text_of(data)
    assert len(opened(data).pages) == 2 and ink(data, FIELD)


def test_what_is_written_to_a_mark_is_told_and_the_mark_itself_stays():
    pdf = opened(page_with(Subtype=Name.Highlight, Contents=String("check this")))
    pdf.pages[0].Annots[0].AP = Dictionary(N=drawing(pdf, "marked"))
    text = text_of(kept(making.saved(pdf)))
    assert "marked" in text and "[1] Page 1: check this" in text


def test_an_answer_to_a_note_is_told_once_and_a_mere_state_not_at_all():
    pdf = opened(page_with(Subtype=Name.Text, Contents=String("question")))
    first = pdf.make_indirect(pdf.pages[0].Annots[0])
    more = [
        Dictionary(Subtype=Name.Text, Rect=Array(FIELD), F=4, Contents=String("answer"), IRT=first),
        Dictionary(
            Subtype=Name.Text,
            Rect=Array(FIELD),
            F=4,
            Contents=String("Accepted"),
            StateModel=String("Review"),
        ),
    ]
    pdf.pages[0].Annots = Array([first, *more])
    text = text_of(kept(making.saved(pdf)))
    assert "[1] Page 1: question" in text and "[2] Page 1: answer" in text and "Accepted" not in text


def test_a_hidden_note_is_not_told():
    data = kept(page_with(Subtype=Name.Text, Contents=String("hidden"), F=2))
    assert "hidden" not in text_of(data) and len(opened(data).pages) == 1


@pytest.mark.parametrize("mark", [Name.StrikeOut, Name.Line, Name.Stamp])
def test_a_mark_without_a_drawing_is_refused_since_each_viewer_draws_it_its_own_way(mark):
    """Of these pdfium draws the first alone, so the comparison would not see the others go."""
    ends = {"QuadPoints": Array([72, 620, 372, 620, 72, 600, 372, 600]), "L": Array([72, 600, 372, 620])}
    assert refusal(page_with(Subtype=mark, **ends)) == "changing"


@pytest.mark.parametrize(
    "contents",
    [
        b"/OC /L BDC BT /F1 24 Tf 72 600 Td (DRAFT) Tj ET EMC",
        b"/OC /L BDC 72 600 300 20 re f EMC",
        b"/OC /L BDC /P BMC 72 600 300 20 re f EMC 72 600 300 20 re f EMC",
        b"/X Do",
        b"/N Do",
    ],
)
def test_a_hidden_layer_does_not_come_up(contents):
    """check 29"""

    def forms(pdf, layer):
        marked = pdf.make_stream(b"72 600 300 20 re f")
        nested = pdf.make_stream(b"/OC /L BDC 72 600 300 20 re f EMC")
        for form in (marked, nested):
            form.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 595, 842])})
        marked.OC, nested.Resources = layer, Dictionary(Properties=Dictionary(L=layer))
        return Dictionary(X=marked, N=nested)

    seen = b"72 300 300 20 re f "
    data = kept(layered(seen + contents, XObject=forms))
    assert not ink(data, FIELD) and ink(data, [72, 300, 372, 320])
    shown = kept(layered(seen + contents, XObject=forms, state="ON"))
    assert ink(shown, FIELD)


def test_a_note_on_a_hidden_layer_goes_too():
    pdf = opened(layered(b""))
    layer = pdf.Root.OCProperties.OCGs[0]
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array(FIELD), OC=layer, F=4)
    note.AP = Dictionary(N=drawing(pdf, "draft"))
    pdf.pages[0].obj.Annots = Array([note])
    assert "draft" not in text_of(kept(making.saved(pdf)))


def test_a_page_that_would_look_otherwise_is_refused(monkeypatch):
    """check 29: Whatever the cleaning may get wrong one day."""

    def forgetful(pages):
        del pages[0]["/Contents"]

    monkeypatch.setattr(rebuilding, "prune_pages", forgetful)
    assert refusal(making.letter()) == "changing"


def test_a_single_word_that_goes_or_comes_up_is_seen_in_the_comparison():
    plain, more = making.letter(), making.new_pdf()
    more.pages[0].obj.Contents = more.make_stream(making.PAGE_TEXT + b" BT /F1 8 Tf 72 100 Td (no) Tj ET")
    changed = making.saved(more)
    for before, after in ((plain, changed), (changed, plain)):
        assert sameness.first_changed_page(before, after, touched=[]) == 0
    assert sameness.first_changed_page(plain, plain, touched=[0]) is None


def test_pages_that_were_touched_are_compared_however_long_it_takes(monkeypatch):
    monkeypatch.setattr(sameness, "SECONDS_FOR_PLAIN_PAGES", -1)
    plain = making.letter()
    assert sameness.first_changed_page(plain, plain, touched=[0]) is None
    assert (
        sameness.first_changed_page(plain, page_with(Subtype=Name.Text, C=Array([1, 0, 0])), touched=[])
        is None
    )
    assert (
        sameness.first_changed_page(plain, page_with(Subtype=Name.Text, C=Array([1, 0, 0])), touched=[0]) == 0
    )


@pytest.mark.parametrize("make", [making.letter, making.filled_form, lambda: making.locked_letter("")])
def test_a_letter_looks_the_same_afterwards(make):
    before = make()
    assert ImageChops.difference(page_of(before), page_of(kept(before))).getextrema()[1] < 32
