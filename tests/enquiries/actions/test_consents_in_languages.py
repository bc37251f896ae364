"""What a family agreed to in its own language is kept in it, with the English words it was made from and by whom."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from enquiries.actions import intake
from enquiries.models import Consent, ConsentText
from enquiries.rules.consents import consents_for
from ground.berlin import day_in_berlin
from ground.translated import LanguageState, digest_of
from languages.checks import check_languages_say_how_they_were_made
from languages.made import how_made
from programs.picks import Wish
from tests import factories
from tests.enquiries.desk.desk import Desk
from tests.languages.made_up import CODE, is_made_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(ulm):
    def in_language(language: str, key: str = "one"):
        with override(language):
            consents = consents_for([ulm], writer="parent", authority="sole")
        return intake.receive(
            answers=factories.ANSWERS,
            wishes=[Wish(ulm, [], advise=True)],
            consents=consents,
            submission_key=key,
            language=language,
        ).enquiry

    return in_language


def said_by(folder, line: str) -> None:
    """Writes into the head of the made-up language's catalog how it was made."""
    path = folder / CODE / "LC_MESSAGES/django.po"
    before = path.read_text()
    head, gap, rest = before.partition("\n\n")
    path.write_text(f'{head}\n"{line}\\n"{gap}{rest}')


@pytest.fixture
def own_folder(tmp_path, settings):
    """A catalog's head and nothing else, where the portal looks for catalogs."""
    place = tmp_path / CODE / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "django.po").write_text('msgid ""\nmsgstr ""\n"Language: qaa\\n"\n\nmsgid "Yes"\nmsgstr ""\n')
    settings.LOCALE_PATHS = [tmp_path]
    settings.LANGUAGES = [("en", "English"), (CODE, "Made-up")]
    return tmp_path


def test_the_words_shown_are_kept_with_the_english_ones_they_were_made_from(made_up, send):
    enquiry = send(CODE)
    kept = list(enquiry.consents.select_related("text__source"))
    assert [one.purpose for one in kept] == ["portal", "hospital", "authority"]
    for consent in kept:
        text = consent.text
        assert (text.language, is_made_up(text.text)) == (CODE, True)
        assert (text.source.language, text.source.language_state) == ("en", "source")
        assert text.source_digest == digest_of([text.source.text])
    with override("en"):
        english = consents_for([enquiry.requests.get().hospital], writer="parent", authority="sole")
    assert [one.text.source.text for one in kept] == [one.text for one in english]


def test_a_family_that_agrees_in_english_afterwards_is_shown_the_same_row(made_up, send):
    in_other, in_english = send(CODE), send("en", key="two")
    sources = {one.text.source_id for one in in_other.consents.select_related("text")}
    assert {one.text_id for one in in_english.consents.all()} == sources
    assert set(in_english.consents.values_list("text__language_state", flat=True)) == {"source"}


def test_what_nobody_has_said_anything_of_counts_as_made_by_a_machine(made_up, send):
    text = send(CODE).consents.first().text
    assert (text.language_state, text.language_state_on) == (
        LanguageState.MACHINE,
        day_in_berlin(timezone.now()),
    )


def test_a_catalogs_head_says_who_made_it(own_folder):
    assert how_made(CODE) is None
    said_by(own_folder, "X-Made: speaker 2026-11-03")
    assert how_made(CODE) == ("speaker", date(2026, 11, 3))
    assert how_made("en") is None


def test_the_state_of_the_catalog_is_kept_with_the_consent(made_up, send, monkeypatch):
    monkeypatch.setattr(intake, "how_made", lambda language: ("physician", date(2026, 11, 4)))
    text = send(CODE).consents.first().text
    assert (text.language_state, text.language_state_on) == ("physician", date(2026, 11, 4))


def test_an_installation_is_told_of_a_catalog_that_does_not_say_it(own_folder):
    (problem,) = check_languages_say_how_they_were_made(None)
    assert problem.msg == f"The texts of {CODE} do not say who made them."
    said_by(own_folder, "X-Made: person 2026-11-03")
    assert check_languages_say_how_they_were_made(None) == []


def test_words_that_are_the_same_as_in_english_are_english(made_up, send, monkeypatch):
    monkeypatch.setattr("enquiries.rules.consent_texts._", lambda text: text)
    assert set(send(CODE).consents.values_list("text__language", flat=True)) == {"en"}


@pytest.mark.parametrize("wrong", [{"source": None}, {"source_digest": ""}, {"language_state": "source"}])
def test_the_database_takes_no_translated_consent_without_its_source(made_up, send, wrong):
    text = send(CODE).consents.first().text
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentText.objects.filter(pk=text.pk).update(**wrong)


def test_a_coordinator_reads_what_was_shown_and_its_english(made_up, send, client, carla):
    enquiry = send(CODE)
    page = Desk(client, carla).open(enquiry).text
    consent = Consent.objects.filter(enquiry=enquiry, purpose="hospital").get()
    assert f'<div dir="auto" lang="{CODE}"><p>{consent.text.text}' in page
    assert "translated by machine" in page
    assert '<div lang="en" dir="ltr"><p>I expressly agree that my name, ' in page
