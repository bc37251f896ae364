import re

import pytest

from content.rendering.markdown import render
from content.rendering.vocabulary import build_vocabulary

WORDS = build_vocabulary(
    [
        ("remission", ["Complete remission", "remission"]),
        ("crs", ["Cytokine release syndrome", "CRS"]),
        ("ph", ["Philadelphia chromosome (Ph)", "Ph+", "Ph-positive ALL", "Ph-positive"]),
        ("ph-like", ["Ph-like ALL", "Ph-like"]),
        ("s2", ["S2 form", "S2"]),
        ("blast", ["blast", "blasts"]),
    ]
)


def links(body):
    return re.findall(r'<a class="term" href="/glossary/#([\w-]+)">(.*?)</a>', render(body, WORDS)["html"])


def test_a_term_is_linked_where_it_stands_first_and_only_there():
    assert links("Remission. A remission.\n\nComplete remission again.") == [("remission", "Remission")]


def test_the_longest_name_is_linked():
    assert links("They reach complete remission.") == [("remission", "complete remission")]
    assert links("Ph-positive ALL is rare; Ph-like ALL too.") == [
        ("ph", "Ph-positive ALL"),
        ("ph-like", "Ph-like ALL"),
    ]


@pytest.mark.parametrize("text", ["crs", "ph+", "s2", "oblast", "blastoma", "pre-blasts", "relapse-blast"])
def test_parts_of_words_and_short_forms_in_other_letters_are_not_linked(text):
    assert links(f"See {text} here.") == []


def test_short_forms_with_signs_are_linked():
    assert links("It is Ph+ and needs S2.") == [("ph", "Ph+"), ("s2", "S2")]


def test_headings_links_code_and_titles_are_left_alone():
    body = "## Remission\n\n[remission](/x/) `remission`\n\n::: call-now Remission\nx\n:::\n"
    assert links(body) == []
    assert links(body + "\nIn remission.") == [("remission", "remission")]


def test_the_page_knows_which_words_it_linked():
    assert render("CRS and blasts.", WORDS)["terms"] == ["crs", "blast"]


def test_an_empty_glossary_links_nothing():
    assert render("CRS", build_vocabulary([]))["terms"] == []
