"""Searching in another language: its texts by its words, and what is only in English all the same."""

import pytest

from content.models import GlossaryTerm, TermTranslation
from content.search import search_guide, tables
from content.search.matching import as_line, known_meanings, units_of, words_of
from content.words import folding
from content.words.folding import Ending, Rules, stem
from tests.content.conftest import make_article
from tests.content.pages.test_languages import translate, translate_row
from tests.languages.made_up import CODE

pytestmark = pytest.mark.django_db
ENGLISH = ' lang="en" dir="ltr"'


@pytest.fixture
def texts(article, blast, made_up):
    """One article and one term in the made-up language, one article in English alone."""
    translate(article, title="Ḿǻɋɋōŵ", body="Ťēẋť.[^KKI]\n")
    translate_row(TermTranslation, blast, term="Ƀľǻ", also=[], definition="Ǻ ćēľľ.")
    make_article("second", title="Second", order=2, body="A spleen.[^KKI]\n")
    return article


def found(text, language=CODE):
    result = search_guide(text, language=language)
    return [(hit.title, hit.language) for hit in (*result.articles, *result.terms)]


def test_a_page_is_found_by_its_words_in_the_language_of_the_reader(texts):
    assert found("ḿǻɋɋōŵ") == [("Ḿǻɋɋōŵ", CODE)]
    assert found("ḿǻɋɋōŵ", "en") == []
    assert found("ćēľľ") == [("Ƀľǻ", CODE)]


def test_what_is_only_in_english_is_found_too_and_its_language_known(texts):
    assert found("spleen") == [("Second", "en")]


def test_the_english_name_of_a_term_finds_it_on_pages_of_another_language(texts):
    assert found("lymphoblast blasts") == [("Ƀľǻ", CODE)]
    assert GlossaryTerm.objects.count() == 1


def test_the_page_of_results_leads_into_the_language_and_marks_what_is_not_in_it(texts, client, made_up):
    assert f'<li><a href="/{CODE}/leukemia/what-is-all/">' in client.get(f"{made_up}/search/?q=ḿǻɋɋōŵ").text
    english = client.get(f"{made_up}/search/?q=spleen").text
    assert f'<li{ENGLISH}><a href="/{CODE}/leukemia/second/">Second</a>' in english
    assert ENGLISH not in client.get("/search/?q=spleen").text.partition("<main")[2]


def write(folder, name, text):
    (folder / f"{name}.toml").write_text(text, "utf-8")


def test_a_file_of_words_is_all_that_a_language_brings(tmp_path, monkeypatch):
    write(tmp_path, "en", 'small = "the of"\n[meanings]\n"bone marrow" = ["marrow"]\n')
    write(tmp_path, CODE, 'small = "ťħē"\n[urgent]\nalone = ["ƒēv*"]\n[meanings]\n"bone marrow" = ["ɱǻɋ"]\n')
    read = tables.read_tables(tmp_path)
    assert tables.meanings(read.values()) == [("bone marrow", "marrow", "ɱǻɋ")]
    assert (read[CODE].alone, read["en"].alone, read[CODE].small) == (("ƒēv*",), (), "ťħē")


def test_a_part_that_nobody_would_read_is_refused(tmp_path):
    write(tmp_path, CODE, 'smal = "ťħē"\n')
    with pytest.raises(ValueError, match="unknown here: smal"):
        tables.read_tables(tmp_path)


def test_the_words_of_all_languages_are_known_on_every_page():
    assert {"en", "de", "tr", "ru", "ar"} <= tables.TABLES.keys()
    (unit,) = units_of(words_of("losemi"), known_meanings([]))
    assert {("leukemia",), ("рак", "крови"), ("blutkreb",)} <= unit.phrases


def test_a_language_compares_its_words_by_its_own_rules(monkeypatch):
    rules = Rules(endings=(Ending("lar", "", 5),))
    monkeypatch.setitem(folding.RULES, "tr", rules)
    stem.cache_clear()
    as_line.cache_clear()
    assert (stem("hastalar", "tr"), stem("hastalar", "en"), stem("cells", "tr")) == (
        "hasta",
        "hastalar",
        "cells",
    )
    assert (as_line("Hastalar", "tr"), as_line("Hastalar", "en")) == (" hasta ", " hastalar ")
    assert stem("cells", CODE) == "cell"  # no rules of its own: those of English
    stem.cache_clear()
    as_line.cache_clear()
