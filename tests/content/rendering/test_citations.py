import re

import pytest

from content.pages.sources import letter, sources_of
from content.rendering.markdown import render
from content.rendering.vocabulary import build_vocabulary

NO_WORDS = build_vocabulary([])


def numbers(body):
    """Each small number group of the text, in order, as the reader sees it."""
    groups = re.findall(r'<sup class="cite">(.*?)</sup>', render(body, NO_WORDS)["html"])
    return [re.findall(r">(\d+)</a>", group) for group in groups]


def test_sources_are_numbered_in_the_order_they_are_first_cited():
    assert numbers("One.[^BB] Two.[^AA]\n\nThree.[^AA]") == [["1"], ["2"], ["2"]]
    assert render("One.[^BB] Two.[^AA,BB]", NO_WORDS)["cited"] == [["BB", 2], ["AA", 1]]


def test_numbers_that_stand_together_rise():
    assert numbers("One.[^BB] Two.[^AA,BB]") == [["1"], ["1", "2"]]


def test_neighboring_sentences_with_the_same_sources_show_them_once_at_the_end():
    assert numbers("One.[^AA] Two.[^AA] Three.[^AA]") == [["1"]]
    assert numbers("One.[^AA,BB] Two.[^BB,AA]") == [["1", "2"], ["1", "2"]]


def test_a_sentence_without_a_source_in_between_is_not_covered_by_the_next_number():
    assert numbers("One.[^AA] Our own advice. Two.[^AA]") == [["1"], ["1"]]


def test_numbers_are_never_merged_across_paragraphs_items_or_cells():
    assert numbers("- One.[^AA]\n- Two.[^AA]\n") == [["1"], ["1"]]
    assert numbers("One.[^AA]\n\nTwo.[^AA]\n") == [["1"], ["1"]]


def test_a_number_leads_to_its_source_and_each_mention_has_its_own_address():
    html = render("One.[^AA]\n\nTwo.[^AA]", NO_WORDS)["html"]
    assert re.findall(r'<a href="#source-1" id="(cite-1-\d)">1</a>', html) == ["cite-1-1", "cite-1-2"]


def test_a_source_named_twice_in_one_citation_counts_once():
    assert numbers("One.[^AA,AA]") == [["1"]]


def test_what_only_looks_like_a_citation_stays_text():
    html = render("[^lower] [^] [^A B] `[^AA]`", NO_WORDS)["html"]
    assert "cite-" not in html


@pytest.mark.django_db
def test_the_list_at_the_end_follows_the_numbers_and_leads_back(references):
    text = render("One.[^PDQ] Two.[^KKI]\n\nThree.[^PDQ]", NO_WORDS)
    shown = [
        (source.number, source.reference.key, source.mentions) for source in sources_of(text, language="en")
    ]
    assert shown == [
        (1, "PDQ", [("cite-1-1", "a"), ("cite-1-2", "b")]),
        (2, "KKI", [("cite-2-1", "a")]),
    ]


def test_letters_go_on_after_z():
    assert [letter(n) for n in [1, 26, 27, 53]] == ["a", "z", "aa", "ba"]
