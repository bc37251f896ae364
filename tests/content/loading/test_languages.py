"""The guide in another language is a folder: loaded beside the English, read while it was made from today's words."""

import json

import pytest

from content.models import Article, ArticleRevision, GlossaryTerm, Reference, TermTranslation
from content.publishing import revisions
from ground.translated import LanguageState
from tests.content.conftest import draft_of
from tests.content.loading.test_loading import BODY, HEAD, REFERENCE, TERM, Guide, refusals

CODE = "qaa"
MADE = {"made": "machine", "made_on": "2026-11-25"}
OLD = "0123456789abcdef"
THEIR_BODY = "Ƀćr-ǻɓl.[^KKI]\n\n## Ṁōɋē\n\nŤēẋť.\n"


class Spoken(Guide):
    """A small guide in a folder, and its words in the made-up language beside it."""

    def rows(self, name, rows, language=CODE):
        self.place(language)
        (self.folder / "languages" / language / name).write_text(json.dumps(rows), "utf-8")

    def place(self, language=CODE):
        place = self.folder / "languages" / language / "articles"
        place.mkdir(parents=True, exist_ok=True)
        return place

    def their_article(self, body=THEIR_BODY, *, name="01-what-is-all.md", **head):
        first = {"title": "Ŵħǻť", "summary": "Śūɱ.", "written_on": "2026-11-25", **MADE, "made_from": OLD}
        lines = [f"{key}: {value}" for key, value in (first | head).items() if value is not None]
        (self.place() / name).write_text("\n".join(["---", *lines, "---", "", body]), "utf-8")

    def their_term(self, **changes):
        words = {"id": "bcr-abl1", "term": "Ƀ", "also": ["Ƀćr-ǻɓl"], "definition": "Ďēƒ.", **MADE}
        self.rows("glossary.json", [words | {"made_from": OLD} | changes])

    def theirs(self):
        return self.load().languages[CODE]


@pytest.fixture
def guide(tmp_path, db, made_up):
    """All of it made from the English that stands there."""
    guide = Spoken(tmp_path)
    guide.load()
    guide.their_article(made_from=Article.objects.get().published.digest)
    guide.their_term(made_from=GlossaryTerm.objects.get().digest)
    made_from = Reference.objects.get().digest
    guide.rows("references.json", [{"id": "KKI", "title": "Ťīťľē", **MADE, "made_from": made_from}])
    return guide


def counts(tally):
    return tally.created, tally.updated, tally.unchanged, len(tally.kept), len(tally.outdated)


def shown():
    """(language, title) of the article, the term and the reference, for who reads the made-up language."""
    article = Article.objects.public().with_translations(CODE).get()
    (term,), (reference,) = (model.objects.in_language(CODE) for model in (GlossaryTerm, Reference))
    text = article.text_in(CODE)
    return (text.language, text.title), (term.language, term.term), (reference.language, reference.title)


ENGLISH = (("en", HEAD["title"]), ("en", TERM["term"]), ("en", REFERENCE["title"]))


def test_a_folder_brings_a_language_and_a_second_load_changes_nothing(guide):
    assert shown() == ENGLISH
    assert counts(guide.theirs()) == (3, 0, 0, 0, 0)
    assert shown() == ((CODE, "Ŵħǻť"), (CODE, "Ƀ"), (CODE, "Ťīťľē"))
    assert counts(guide.theirs()) == (0, 0, 3, 0, 0)
    text = ArticleRevision.objects.get(language=CODE)
    assert (text.source, text.language_state, text.number) == (
        Article.objects.get().published, LanguageState.MACHINE, 1,
    )  # fmt: skip


def test_the_english_is_as_if_there_were_no_other_language(guide):
    before = Article.objects.get().published
    guide.load()
    article = Article.objects.get()
    assert (article.published, article.text_in("en")) == (before, before)
    assert (article.published.rendered, article.published.number) == (before.rendered, 1)


def test_a_term_is_linked_by_its_name_in_the_language_of_the_text_and_leads_to_that_languages_glossary(guide):
    guide.load()
    html = ArticleRevision.objects.get(language=CODE).rendered["html"]
    assert f'<a class="term" href="/{CODE}/glossary/#bcr-abl1">Ƀćr-ǻɓl</a>' in html
    assert 'href="/glossary/#bcr-abl1"' in Article.objects.get().published.rendered["html"]


def test_links_between_articles_stay_in_the_language(guide):
    guide.their_article(
        "Ƀ. [Ḿ](/leukemia/what-is-all/#more)\n", made_from=Article.objects.get().published.digest
    )
    guide.load()
    html = ArticleRevision.objects.get(language=CODE).rendered["html"]
    assert f'href="/{CODE}/leukemia/what-is-all/#more"' in html


def test_once_the_english_has_moved_on_it_is_read_until_the_translation_follows(guide):
    guide.load()
    guide.article(BODY + "\nMore.\n")
    guide.glossary([{**TERM, "definition": "Two genes grown together."}])
    guide.references([{**REFERENCE, "title": "A better title"}])
    tally = guide.theirs()
    assert (counts(tally), shown()[0][0], shown()[1][0], shown()[2][0]) == ((0, 0, 3, 0, 3), "en", "en", "en")
    now = Article.objects.get().published.digest
    assert tally.outdated[-1].startswith("what-is-all (qaa): made from ")
    assert tally.outdated[-1].endswith(f", now {now}")
    guide.their_article(made_from=now)
    assert counts(guide.theirs()) == (0, 1, 2, 0, 2)
    assert shown()[0] == (CODE, "Ŵħǻť")


def test_what_is_missing_in_a_language_is_read_in_english(guide):
    (guide.folder / "languages" / CODE / "glossary.json").unlink()
    assert counts(guide.theirs()) == (2, 0, 0, 0, 0)
    assert [language for language, _words in shown()] == [CODE, "en", CODE]


def test_an_editors_words_in_a_language_are_kept_whole(guide, edda):
    guide.load()
    draft_of(Article.objects.get(), edda, language=CODE)
    TermTranslation.objects.update(definition="By an editor")
    guide.their_article("Ńēŵ.\n", made_from=OLD)
    guide.their_term(term="Ńēŵ", made_from=OLD)
    assert guide.theirs().kept == ["Ƀ (qaa)", "what-is-all (qaa): text"]
    assert [language for language, _words in shown()] == [CODE] * 3
    assert GlossaryTerm.objects.in_language(CODE)[0].definition == "By an editor"


def test_a_dry_run_writes_nothing(guide):
    assert counts(guide.load(dry_run=True).languages[CODE]) == (3, 0, 0, 0, 0)
    assert shown() == ENGLISH


def test_a_new_english_text_by_an_editor_leaves_the_translation_waiting(guide, edda, rosa):
    guide.load()
    revision = revisions.submit(revision=draft_of(Article.objects.get(), edda, body=BODY), by=edda)
    ahead = Article.objects.get().next_review_on
    revisions.approve(revision=revision, as_physician=False, next_review_on=ahead, by=rosa)
    assert shown()[0] == ("en", "What ALL is")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"made": "somehow"}, "made: known are machine, person, speaker, physician."),
        ({"made_on": "yesterday"}, "a day is written like 2026-11-23."),
        ({"made_from": "new"}, "made_from: the mark of the words it was made from; today's are "),
        ({"order": "3"}, "unknown here: order."),
        ({"made_from": None}, "missing: made_from."),
        ({"name": "02-another.md"}, "no public article has this name."),
        ({"body": "Ƀ.[^NOPE]"}, "Unknown reference NOPE."),
    ],
)
def test_a_bad_translation_is_named_with_its_language_and_nothing_is_applied(guide, changes, reason):
    guide.their_article(**changes)
    found = refusals(guide)
    assert len(found) == 1 and reason in found[0]
    assert found[0].startswith(f"{CODE}/articles/{changes.get('name', '01-what-is-all.md')}, line ")
    assert TermTranslation.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "nothing"}, "no row with this id is known: nothing."),
        ({"made": ["machine"]}, "made: this kind of value is not expected here."),
        ({"definition": ""}, "definition: This field cannot be blank."),
        ({"made_from": "12"}, "made_from: the mark of the words it was made from; today's are "),
    ],
)
def test_a_bad_row_is_named_with_its_language(guide, changes, reason):
    guide.their_term(**changes)
    (found,) = refusals(guide)
    assert found.startswith(f"{CODE}/glossary.json, line 1: {reason}")


def test_a_folder_that_is_named_like_no_language_here_is_refused(guide):
    guide.rows("glossary.json", [], language="english")
    assert refusals(guide) == ["english, line 0: no language with this name is offered."]
