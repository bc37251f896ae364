"""The guide's texts, read as plain files: what every article must hold before anyone loads it."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[3] / "content" / "data"
SLUGS = [
    "what-is-all",
    "causes-and-risk-factors",
    "symptoms-and-urgent-help",
    "diagnosis-and-risk-groups",
    "treatment-overview",
    "targeted-and-immunotherapy",
    "stem-cell-transplantation",
    "relapsed-refractory",
    "children-vs-adults",
    "after-treatment",
    "coming-to-germany",
]
PATHS = {path.stem.split("-", 1)[1]: path for path in sorted((DATA / "articles").glob("*.md"))}
REFERENCES = {row["id"]: row for row in json.loads((DATA / "references.json").read_text("utf-8"))}
GLOSSARY = json.loads((DATA / "glossary.json").read_text("utf-8"))
QUESTIONS = "Questions to ask your team"
CITATION = re.compile(r"\[\^([^\]]+)\]")
FORBIDDEN = re.compile(
    r"erythromycin|bevacizumab|vdcp|\bbest\b|cure guaranteed|guaranteed? (a )?cure|miracle"
    r"|leukaemi|haemat|paediatr|tumour|anaemi|diarrhoea|\bcentres?\b|\bprogrammes?\b|oesoph",
    re.IGNORECASE,
)
STAY_AS_DAYS = re.compile(r"\b(12|21|25|31|34|57)[ -]days?\b", re.IGNORECASE)

# Sentences that say nothing about the illness, its treatment or a hospital's rules, so need no source:
# definitions of a word, words about this portal or about a number's limits. Everything else must carry one
# (a sentence that only says "Ask ..." or points to another page needs none either).
UNCITED = {
    "This guide does not cover it.",
    "A risk factor is something that makes an illness more likely.",
    "Many parents ask themselves what they did wrong.",
    "Genes are the instructions inside each cell.",
    "Chromosomes are the packages that hold the genes.",
    "We have no checked number for adults.",
    "If the patient has such a condition, tell the doctors early and ask what it means for tests and drugs.",
    "These are two examples.",
    "The programs on this portal give only a length of stay in days.",
    "The number does not stand for any phase on this page.",
    "If the family lives in another country, ask this before anyone travels.",
    "Each of them should be explained to you in a language you understand.",
    "That is a British figure, and your hospital may plan another time.",
    "We have no checked figure for adults.",
    "The programs on this portal give only a length of stay.",
    "No such length stands for a transplant or for any other treatment; only the hospital can say what a stay "
    "contains.",
    "Keep the old reports as well.",
    "Rules differ by country, age and year.",
    "We advise the same for a relapse after a transplant or after CAR-T cells.",
    "This is our own advice.",
    "Yes.",
    "A second opinion means that another experienced doctor looks at the reports.",
    "Palliative care tries to ease pain and other burdens.",
    "You may skip the section with the numbers and come back to it later.",
    "These are American numbers.",
    "They may not be the same where you live.",
    "So they may not show how people do today.",
    "If you or your child is of this age, ask which kind of plan the hospital uses.",
    "It helps a new doctor to see what was given and what to check.",
    "This list is our own advice, built on the sources named here.",
    "This means that it is being studied.",
    "This is our own safety advice, built on the sources named here.",
}


def front_matter(slug):
    head = PATHS[slug].read_text("utf-8").split("---\n", 2)[1]
    return dict(line.split(": ", 1) for line in head.strip().splitlines())


def body(slug):
    return PATHS[slug].read_text("utf-8").split("---\n", 2)[2].strip()


def sections(slug):
    """(title, text) per h2; the opening before the first h2 has the title ''."""
    parts = re.split(r"^## (.+)$", body(slug), flags=re.MULTILINE)
    return [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]


def blocks(text):
    """Paragraphs, list items and table rows; no headings, fences, pictures or table rules."""
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith((":::", "{{", "#", "|--")):
            continue
        yield re.sub(r"^(- |\d+\. )", "", line)


def sentences(block):
    marked = CITATION.sub("⁂", block)
    return [part for part in re.split(r"(?<=[.!?:⁂])\s+", marked) if part]


def claims_without_source(slug):
    for title, text in sections(slug):
        if title == QUESTIONS:
            continue
        for block in blocks(text):
            if block.startswith("|"):
                header = f"{block}\n|--" in text
                if not header and "⁂" not in CITATION.sub("⁂", block):
                    yield block
                continue
            for sentence in sentences(block):
                request = sentence.startswith("Ask ") or "](/" in sentence
                if not request and not sentence.endswith(("⁂", "?", ":")):
                    yield sentence


def words(slug):
    plain = CITATION.sub("", body(slug))
    plain = re.sub(r"\{\{.*?\}\}|^:::\s*[a-z-]*|\]\([^)]*\)", "", plain, flags=re.MULTILINE)
    return len(re.findall(r"[A-Za-z0-9][\w'.-]*", plain))


def citations(slug):
    return [[key.strip() for key in group.split(",")] for group in CITATION.findall(body(slug))]


def test_every_article_of_the_guide_is_there_once_and_in_order():
    assert list(PATHS) == SLUGS
    assert [front_matter(slug)["order"] for slug in SLUGS] == [str(n) for n in range(1, 12)]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_front_matter_is_complete_and_in_plain_key_value_lines(slug):
    head = front_matter(slug)
    assert list(head) == [
        "title", "summary", "audience", "order", "written_on", "next_review_on", "emergency",
    ]  # fmt: skip
    assert head["audience"] in {"everyone", "children", "adults"}
    assert head["emergency"] in {"yes", "no"}
    assert date.fromisoformat(head["written_on"]) < date.fromisoformat(head["next_review_on"])
    assert not head["title"].startswith('"')


@pytest.mark.parametrize("slug", SLUGS)
def test_the_summary_is_two_sentences(slug):
    assert len(re.findall(r"[.!?](?= |$)", front_matter(slug)["summary"])) == 2


@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_can_be_read_in_one_sitting(slug):
    assert 500 <= words(slug) <= 1100


@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_has_four_to_seven_sections_and_ends_with_questions(slug):
    titles = [title for title, _ in sections(slug)[1:]]
    assert 4 <= len(titles) <= 7
    assert titles[-1] == QUESTIONS
    asked = list(blocks(sections(slug)[-1][1]))
    assert len(asked) >= 4
    assert all(question.endswith("?") for question in asked)


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


@pytest.mark.parametrize("slug", SLUGS)
def test_no_dangerous_promising_or_british_word_is_in_the_guide(slug):
    text = CITATION.sub("", PATHS[slug].read_text("utf-8"))
    assert FORBIDDEN.findall(text) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_length_of_stay_of_the_catalogue_is_explained(slug):
    assert STAY_AS_DAYS.findall(body(slug)) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_article_says_do_not_delay_treatment_or_what_to_do_in_an_emergency(slug):
    assert re.search(r"do not delay treatment where you are|hold up treatment where you are",
                     body(slug), re.IGNORECASE)  # fmt: skip


@pytest.mark.parametrize("slug", SLUGS)
def test_the_markup_is_only_what_the_guide_knows(slug):
    fences = re.findall(r"^:::(.*)$", body(slug), re.MULTILINE)
    assert [f for i, f in enumerate(fences) if bool(f.strip()) == bool(i % 2)] == []
    kinds = {f.split()[0] for f in fences if f.strip()}
    assert kinds <= {"call-now", "ask-team", "good-to-know", "children", "adults"}
    assert kinds & {"call-now", "ask-team", "good-to-know"}
    assert re.findall(r"<[a-z/]|^# |^####|!\[", body(slug), re.MULTILINE) == []
    links = re.findall(r"\]\(([^)]*)\)", body(slug))
    known = {f"/leukemia/{other}/" for other in SLUGS} | {
        "/hospitals/",
        "/leukemia/emergency-signs/",
        "/coming-to-germany/papers/",
    }
    assert set(links) - known == set()


def test_each_picture_stands_where_it_explains_something():
    pictures = {slug: re.findall(r"^\{\{picture: ([a-z-]+)\}\}$", body(slug), re.MULTILINE) for slug in SLUGS}
    assert {slug: names for slug, names in pictures.items() if names} == {
        "what-is-all": ["crowded-out", "lines"],
        "diagnosis-and-risk-groups": ["mrd-dots"],
        "treatment-overview": ["phases"],
        "coming-to-germany": ["path"],
    }


def test_the_emergency_signs_stand_above_everything_else():
    opening = body("symptoms-and-urgent-help")
    assert opening.startswith("::: call-now ")
    first = opening.split("\n:::", 1)[0].lower()
    for sign in (
        "fever during treatment", "even without fever", "shivering, confusion, fast breathing", "below 36 °c",
        "chest pain", "trouble breathing", "severe bleeding", "seizure", "a cough", "swollen red face",
        "child or teenager who may have leukemia", "petechiae",
    ):  # fmt: skip
        assert sign in first


def test_what_needs_the_emergency_number_says_so_wherever_it_is_told():
    """A sign that has its action on one page and only the word "emergency" on another is read as the weaker one."""
    for slug in SLUGS:
        for title, text in sections(slug):
            for block in blocks(text):
                if title != QUESTIONS and re.search(r"\ba seizure\b|chest pain", block, re.I):
                    assert "call the emergency number where you are" in block, (slug, block)


def test_every_callout_on_fever_also_speaks_of_feeling_unwell_without_it():
    for slug in SLUGS:
        for callout in re.findall(r"^::: call-now.*?^:::", body(slug), re.MULTILINE | re.DOTALL):
            if re.search("fever", callout, re.I):
                assert re.search("unwell|shivering or confusion", callout, re.I), (slug, callout)


def test_a_number_from_a_replaced_guideline_says_that_it_was_replaced():
    replaced = {key for key, row in REFERENCES.items() if "superseded" in row["title"]}
    assert replaced == {"ONKO12", "ONKO17"}
    for slug in SLUGS:
        for block in blocks(body(slug)):
            for sentence, keys in re.findall(r"([^\]]+)\[\^([^\]]+)\]", block):
                if set(keys.split(",")) <= replaced and re.search(r"\d", sentence):
                    assert "since replaced" in sentence, (slug, sentence)


def test_how_often_each_tablet_is_taken_stands_in_bold():
    assert "mercaptopurine **every day** and methotrexate **only once a week**" in body("treatment-overview")


def test_the_page_on_germany_sends_readers_to_each_hospitals_own_rules():
    assert "Each hospital's own page on this portal lists its rules" in body("coming-to-germany")


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
