"""Words in another language are read only while the row they were made from says the same."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from content.models import GlossaryTerm, TermTranslation
from ground.translated import LanguageState, digest_of

pytestmark = pytest.mark.django_db
MADE = {"language_state": LanguageState.MACHINE, "language_state_on": date(2026, 11, 25)}


@pytest.fixture
def blast():
    return GlossaryTerm.objects.create(term="Blast", slug="blast", also=["blasts"], definition="A cell.")


def translate(term, language="ar", **changes):
    words = {"term": "أرومة", "also": [], "definition": "خلية.", "source_digest": term.digest}
    return TermTranslation.objects.create(source=term, language=language, **MADE, **words | changes)


def read(language):
    (found,) = GlossaryTerm.objects.in_language(language)
    return found.language, found.term, found.also, found.slug


def test_each_reader_gets_the_words_of_their_language_and_all_else_from_the_row_itself(blast):
    translate(blast)
    assert read("ar") == ("ar", "أرومة", [], "blast")
    assert read("en") == ("en", "Blast", ["blasts"], "blast")
    assert read("tr") == ("en", "Blast", ["blasts"], "blast")


def test_once_the_source_says_something_else_its_own_words_are_read_until_that_is_settled(blast):
    translation = translate(blast)
    blast.definition = "An unripe cell."
    blast.save()
    assert read("ar")[:2] == ("en", "Blast")
    translation.source_digest = blast.digest
    translation.save()
    assert read("ar")[:2] == ("ar", "أرومة")


def test_the_row_itself_is_never_changed_by_reading_it(blast):
    translate(blast)
    row = GlossaryTerm.objects.with_words("ar").get()
    assert (row.in_language("ar").term, row.term, row.language) == ("أرومة", "Blast", "en")


def test_the_source_language_costs_no_query_more(blast, django_assert_num_queries):
    translate(blast)
    with django_assert_num_queries(1):
        GlossaryTerm.objects.in_language("en")
    with django_assert_num_queries(2):
        GlossaryTerm.objects.in_language("ar")


def test_a_mark_tells_apart_what_differs_in_one_word_or_only_in_where_a_word_stands():
    assert digest_of(["a", "b c"]) == digest_of(["a", "b c"])
    assert len({digest_of(words) for words in (["a", "b"], ["ab", ""], ["a", "B"], [["a"], "b"])}) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "en"},
        {"source_digest": ""},
        {"language_state": LanguageState.SOURCE},
        {"language_state": "guessed"},
        {"language_state_on": None},
    ],
)
def test_the_database_takes_no_translation_that_does_not_say_of_what_and_how_it_was_made(blast, wrong):
    row = translate(blast)
    with pytest.raises(IntegrityError), transaction.atomic():
        TermTranslation.objects.filter(pk=row.pk).update(**wrong)


def test_a_language_has_one_row_of_words(blast):
    translate(blast)
    with pytest.raises(IntegrityError), transaction.atomic():
        translate(blast)
