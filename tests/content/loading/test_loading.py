"""Loading the guide: all or nothing, and never over an editor's head."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from content.loading import DATA, load_guide
from content.models import Article, ArticleRevision, GlossaryTerm, Reference
from content.publishing import revisions
from ground.loading.refusals import FileRefused
from tests.content.conftest import AHEAD, draft_of

HEAD = {
    "title": "What is ALL?",
    "summary": "It is a cancer. Read on.",
    "audience": "everyone",
    "order": "1",
    "written_on": "2026-11-23",
    "next_review_on": "2027-05-23",
    "emergency": "yes",
}
REFERENCE = {
    "id": "KKI", "title": "T", "publisher": "P", "year": 2024, "url": "https://kki.example.org/",
    "checked": "read whole",
}  # fmt: skip
TERM = {"term": "BCR::ABL1", "also": ["BCR-ABL"], "definition": "A faulty gene.", "sources": ["KKI"]}
BODY = "A claim about BCR-ABL.[^KKI]\n\n## More\n\nText.\n"


class Guide:
    """A small guide in a folder."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "articles").mkdir()
        self.references([REFERENCE])
        self.glossary([TERM])
        self.article()

    def references(self, rows):
        (self.folder / "references.json").write_text(json.dumps(rows, indent=1), "utf-8")

    def glossary(self, rows):
        (self.folder / "glossary.json").write_text(json.dumps(rows, indent=1), "utf-8")

    def article(self, body=BODY, *, name="01-what-is-all.md", **head):
        lines = [f"{key}: {value}" for key, value in {**HEAD, **head}.items() if value is not None]
        text = "\n".join(["---", *lines, "---", "", body])
        (self.folder / "articles" / name).write_text(text, "utf-8")

    def load(self, **options):
        return load_guide(self.folder, **options)


@pytest.fixture
def guide(tmp_path, db):
    return Guide(tmp_path)


def counts(result):
    return {name: (t.created, t.updated, t.unchanged, len(t.kept)) for name, t in result.tallies.items()}


def refusals(guide):
    with pytest.raises(FileRefused) as refused:
        guide.load()
    return [str(refusal) for refusal in refused.value.refusals]


def test_a_first_load_makes_all_of_it_public_and_a_second_changes_nothing(guide):
    assert counts(guide.load()) == {
        "references": (1, 0, 0, 0),
        "glossary": (1, 0, 0, 0),
        "articles": (1, 0, 0, 0),
    }
    assert counts(guide.load()) == {
        "references": (0, 0, 1, 0),
        "glossary": (0, 0, 1, 0),
        "articles": (0, 0, 1, 0),
    }
    article = Article.objects.public().get()
    assert (article.slug, article.is_emergency, article.published.number) == ("what-is-all", True, 1)
    assert article.published.author is None and article.published.reviewed_by is None
    assert article.published.rendered["terms"] == ["bcr-abl1"]
    assert [r.key for r in GlossaryTerm.objects.get().references.all()] == ["KKI"]


def test_a_dry_run_counts_and_writes_nothing(guide):
    assert counts(guide.load(dry_run=True))["articles"] == (1, 0, 0, 0)
    assert (Article.objects.count(), Reference.objects.count(), GlossaryTerm.objects.count()) == (0, 0, 0)


def test_a_changed_file_becomes_the_next_public_text(guide):
    guide.load()
    guide.article(BODY + "\nMore.\n", title="What ALL is", order="2")
    assert counts(guide.load())["articles"] == (0, 1, 0, 0)
    article = Article.objects.public().get()
    assert (article.published.title, article.published.number, article.order) == ("What ALL is", 2, 2)
    assert list(article.revisions.values_list("number", "state")) == [(2, "published"), (1, "superseded")]


def test_a_new_name_in_the_glossary_shows_in_texts_that_did_not_change(guide):
    guide.load()
    guide.glossary([TERM, {"term": "Claim", "also": [], "definition": "Something said.", "sources": []}])
    assert counts(guide.load())["articles"] == (0, 0, 1, 0)
    assert ArticleRevision.objects.get().rendered["terms"] == ["claim", "bcr-abl1"]


@pytest.mark.parametrize("approved", [False, True])
def test_an_editors_text_is_kept_whatever_the_file_says(guide, edda, rosa, approved):
    guide.load()
    revision = draft_of(Article.objects.get(), edda, title="By an editor", body=BODY)
    if approved:
        revisions.submit(revision=revision, by=edda)
        revisions.approve(revision=revision, as_physician=False, next_review_on=AHEAD, by=rosa)
    guide.article(BODY + "\nMore.\n")
    result = guide.load()
    assert result.articles.kept[-1] == "what-is-all: text"
    assert Article.objects.get().published.title == ("By an editor" if approved else "What is ALL?")
    assert ArticleRevision.objects.count() == 2


def test_what_an_editor_changed_in_references_glossary_and_order_is_kept(guide):
    guide.load()
    Reference.objects.update(title="By an editor")
    GlossaryTerm.objects.update(definition="By an editor.")
    Article.objects.update(order=9)
    guide.references([{**REFERENCE, "title": "New", "year": 2025}])
    guide.glossary([{**TERM, "definition": "New."}])
    guide.article(order="3")
    result = guide.load()
    assert [result.references.kept, result.glossary.kept, result.articles.kept] == [
        ["KKI: By an editor: title"], ["BCR::ABL1: definition"], ["what-is-all: place in the guide"],
    ]  # fmt: skip
    assert Reference.objects.values_list("title", "year").get() == ("By an editor", 2025)
    assert GlossaryTerm.objects.get().definition == "By an editor."
    assert Article.objects.get().order == 9


def test_references_an_editor_took_from_a_term_stay_away(guide):
    guide.load()
    GlossaryTerm.objects.get().references.clear()
    assert guide.load().glossary.kept == ["BCR::ABL1: references"]
    assert GlossaryTerm.objects.get().references.count() == 0


@pytest.mark.parametrize(
    ("body", "head", "reason"),
    [
        ("A.[^NOPE]", {}, "01-what-is-all.md, line 11: Unknown reference NOPE."),
        ("ok\n\n{{picture: cat}}", {}, "01-what-is-all.md, line 13: Unknown picture. Known are: crowded-out, lines, "
         "mrd-dots, path, phases, each on a line of its own."),
        ("<b>x</b>", {}, "01-what-is-all.md, line 11: HTML is not allowed in a text."),
        (BODY, {"audience": "dogs"}, "01-what-is-all.md, line 4: Known are: everyone, children, adults."),
        (BODY, {"order": "first"}, "01-what-is-all.md, line 5: a number is expected here."),
        (BODY, {"written_on": "23.11.2026"}, "01-what-is-all.md, line 6: a day is written like 2026-11-23."),
        (BODY, {"next_review_on": "2026-11-23"},
         "01-what-is-all.md, line 7: the next check must come after the writing."),
        (BODY, {"emergency": "maybe"}, "01-what-is-all.md, line 8: yes or no is expected here."),
        (BODY, {"color": "red"}, "01-what-is-all.md, line 1: unknown here: color."),
        (BODY, {"summary": None}, "01-what-is-all.md, line 1: missing: summary."),
        (BODY, {"title": "x" * 200}, "01-what-is-all.md, line 1: title: Ensure this value has at most 120 characters "
         "(it has 200)."),
    ],
)  # fmt: skip
def test_a_bad_article_is_named_with_file_and_line_and_nothing_is_applied(guide, body, head, reason):
    guide.article(body, **head)
    assert refusals(guide) == [reason]
    assert (Article.objects.count(), Reference.objects.count()) == (0, 0)


def test_front_matter_that_is_none_is_named(guide):
    path = guide.folder / "articles" / "01-what-is-all.md"
    path.write_text("No front matter\n")
    assert refusals(guide) == [
        "01-what-is-all.md, line 1: must begin with front matter between two lines of ---."
    ]
    path.write_text("---\ntitle: A\nno colon\n---\nx\n")
    assert refusals(guide) == ["01-what-is-all.md, line 3: front matter is written “key: value”."]
    path.write_bytes(b"---\ntitle: A\n---\n\xff\n")
    assert refusals(guide) == ["01-what-is-all.md, line 4: this is not UTF-8 text."]


def test_every_bad_row_of_every_file_is_named_at_once(guide):
    guide.references([REFERENCE, {**REFERENCE, "id": "PDQ", "url": "javascript:x"}, REFERENCE])
    guide.glossary([{**TERM, "sources": ["NOPE"]}, {**TERM, "also": "x"}])
    guide.article("A.[^ZZ]")
    assert refusals(guide) == [
        "references.json, line 10: url: Enter a valid URL.",
        "references.json, line 18: “KKI” stands here for the second time.",
        "glossary.json, line 2: Unknown reference NOPE.",
        "glossary.json, line 12: also: this kind of value is not expected here.",
        "01-what-is-all.md, line 11: Unknown reference ZZ.",
    ]
    assert Reference.objects.count() == 0


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[", "[1]", '[{"id": 1},]', '[{"id": "A"} {"id": "B"}]', "[] x", "[" * 5000, '[{"a": NaN}]'],
)
def test_a_file_that_is_no_list_of_objects_is_refused(guide, text):
    (guide.folder / "references.json").write_text(text)
    assert refusals(guide)[0].startswith("references.json, line 1: ")


def test_a_name_that_two_terms_share_is_refused(guide):
    guide.glossary([TERM, {**TERM, "term": "Other", "also": ["bcr-abl"]}])
    assert refusals(guide) == ["glossary.json, line 12: “bcr-abl” stands here for the second time."]


def test_the_command_tells_counts_and_fails_loudly(guide, capsys):
    call_command("load_guide", guide.folder)
    assert capsys.readouterr().out.splitlines() == [
        "references: 1 created, 0 updated, 0 unchanged, 0 kept as an editor changed them, 0 refused.",
        "glossary: 1 created, 0 updated, 0 unchanged, 0 kept as an editor changed them, 0 refused.",
        "articles: 1 created, 0 updated, 0 unchanged, 0 kept as an editor changed them, 0 refused.",
    ]
    guide.article("A.[^NOPE]")
    with pytest.raises(CommandError, match="1 refused, nothing was applied"):
        call_command("load_guide", guide.folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path, db):
    with pytest.raises(FileRefused, match="can't be read"):
        load_guide(tmp_path / "nothing")


def test_the_guide_of_this_repository_loads_whole(db):
    load_guide(DATA)
    assert Article.objects.public().count() == len(list((DATA / "articles").glob("*.md")))
    again = load_guide(DATA).tallies.values()
    assert [(tally.created, tally.updated) for tally in again] == [(0, 0)] * 3
