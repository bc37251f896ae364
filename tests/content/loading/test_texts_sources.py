"""The guide's claims: each names a source, and one that somebody has opened."""

import json
import re

import pytest

from tests.content.loading.texts import (
    CITATION,
    DATA,
    FORBIDDEN,
    GLOSSARY,
    QUESTIONS,
    REFERENCES,
    SLUGS,
    UNCITED,
    blocks,
    body,
    citations,
    claims_without_source,
    sections,
)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_section_but_the_questions_names_a_source(slug):
    bare = [t for t, text in sections(slug) if t != QUESTIONS and not CITATION.search(text)]
    assert bare == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sentence_that_claims_something_names_its_source(slug):
    assert [claim for claim in claims_without_source(slug) if claim not in UNCITED] == []


def test_no_sentence_is_excused_that_is_no_longer_in_the_guide():
    assert UNCITED - {claim for slug in SLUGS for claim in claims_without_source(slug)} == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_cited_source_is_in_the_list_of_references(slug):
    assert {key for group in citations(slug) for key in group} - set(REFERENCES) == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_no_claim_rests_only_on_sources_nobody_opened(slug):
    alone = [g for g in citations(slug) if all(REFERENCES[k]["checked"] == "not opened" for k in g)]
    assert alone == []


@pytest.mark.parametrize("slug", SLUGS)
def test_what_could_not_be_opened_is_told_as_unconfirmed(slug):
    for title, text in sections(slug):
        for block in blocks(text):
            keys = {key for group in CITATION.findall(block) for key in group.split(",")}
            if any(REFERENCES[key]["checked"] == "not opened" for key in keys):
                assert re.search(r"not (yet )?(confirm|open)", block), (title, block)


def test_a_number_from_a_replaced_guideline_says_that_it_was_replaced():
    replaced = {key for key, row in REFERENCES.items() if "superseded" in row["title"]}
    assert replaced == {"ONKO12", "ONKO17"}
    for slug in SLUGS:
        for block in blocks(body(slug)):
            for sentence, keys in re.findall(r"([^\]]+)\[\^([^\]]+)\]", block):
                if set(keys.split(",")) <= replaced and re.search(r"\d", sentence):
                    assert "since replaced" in sentence, (slug, sentence)


def test_references_are_whole_and_unique():
    rows = json.loads((DATA / "references.json").read_text("utf-8"))
    assert len(rows) == len(REFERENCES)
    for row in rows:
        assert list(row) == ["id", "title", "publisher", "year", "url", "checked"]
        assert row["title"] and row["publisher"] and re.match(r"https?://", row["url"])
        assert row["checked"] in {"read whole", "read in part", "not opened"}


def test_the_glossary_explains_38_terms_each_from_an_opened_source():
    names = [name.lower() for row in GLOSSARY for name in (row["term"], *row["also"])]
    assert len(GLOSSARY) == 38
    assert len(names) == len(set(names))
    for row in GLOSSARY:
        assert row["definition"].endswith(".") and not FORBIDDEN.search(row["definition"])
        assert any(REFERENCES[key]["checked"] != "not opened" for key in row["sources"])
