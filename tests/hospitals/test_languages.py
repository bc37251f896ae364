"""What is known about a hospital, in another language: loaded beside the catalog, read while it still fits."""

import json

import pytest

from ground.loading.refusals import FileRefused
from hospitals.loading import load_hospitals
from hospitals.models import FactTranslation, Hospital, HospitalFact
from hospitals.pages.structured import hospital_data
from programs.loading import load_programs
from tests.hospitals.conftest import line_of
from tests.languages.made_up import CODE

pytestmark = pytest.mark.django_db
ENGLISH = ' lang="en" dir="ltr"'
KEY = "documents"


def fact():
    return HospitalFact.objects.get(hospital__slug="ulm", key=KEY)


@pytest.fixture
def spoken_file(catalog_file, made_up):
    """Writes one fact of Ulm in the made-up language beside the catalog, and loads both."""
    path = catalog_file()
    load_hospitals(path)

    def write(language=CODE, **changes):
        (path.parent / "languages").mkdir(exist_ok=True)
        row = {"hospital": "ulm", "key": KEY, "value": "Ƥǻƥēɋś.", "made": "person", "made_on": "2026-11-25"}
        rows = [row | {"made_from": fact().digest} | changes]
        place = path.parent / "languages" / f"{language}.json"
        place.write_text(json.dumps({"facts": rows}, indent=1, ensure_ascii=False))
        return place

    write.load = lambda: load_hospitals(path)
    return write


def test_a_file_brings_a_language_and_a_second_load_changes_nothing(spoken_file):
    spoken_file()
    assert (spoken_file.load().created, spoken_file.load().created) == (1, 0)
    assert fact().in_language(CODE).value == "Ƥǻƥēɋś."
    assert fact().in_language("en").value == fact().value


@pytest.mark.parametrize(
    "path", ["/hospitals/ulm/", "/programs/compare/?p=ulm-57", "/coming-to-germany/papers/"]
)
def test_the_page_shows_the_facts_of_its_language_and_marks_the_others(client, spoken_file, path, made_up):
    load_programs()
    english = fact().value
    spoken_file()
    spoken_file.load()
    theirs = client.get(made_up + path).text
    assert "Ƥǻƥēɋś." in theirs and english not in theirs
    assert f"<span{ENGLISH}>" in theirs
    assert english in client.get(path).text


def test_a_fact_that_says_something_else_now_is_read_in_english(spoken_file):
    spoken_file()
    spoken_file.load()
    HospitalFact.objects.filter(pk=fact().pk).update(value="Something else.")
    assert fact().in_language(CODE).value == "Something else."
    (outdated,) = spoken_file.load().outdated
    assert outdated.startswith(f"{fact()} ({CODE}): made from ")


def test_an_editors_words_are_kept(spoken_file):
    spoken_file()
    spoken_file.load()
    FactTranslation.objects.update(value="By an editor.")
    spoken_file(value="Ńēŵ.")
    assert spoken_file.load().kept == [f"{fact()} ({CODE})"]
    assert fact().in_language(CODE).value == "By an editor."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"hospital": "bonn"}, f"no such fact, or for the second time: bonn {KEY}."),
        ({"status": "verified"}, "unknown here or missing: status."),
        ({"value": ""}, "value: This field cannot be blank."),
        ({"made_from": ""}, "made_from: the mark of the words"),
        ({"made": ["person"]}, "made: known are machine, person, speaker, physician."),
        ({"made_on": 5}, "made_on: a day is written like 2026-11-23."),
    ],
)
def test_a_bad_row_is_named_with_its_language_and_nothing_is_applied(spoken_file, changes, reason):
    path = spoken_file(**changes)
    with pytest.raises(FileRefused) as refused:
        spoken_file.load()
    (found,) = refused.value.refusals
    assert (found.file, found.line) == (f"{CODE}.json", line_of(path, '"hospital"') - 1)
    assert found.reason.startswith(reason)
    assert FactTranslation.objects.count() == 0


def test_a_file_that_is_named_like_no_language_here_is_refused(spoken_file):
    spoken_file("english")
    with pytest.raises(FileRefused, match="no language with this name is offered"):
        spoken_file.load()


def test_search_engines_get_the_words_of_the_page(spoken_file):
    facts = HospitalFact.objects.filter(hospital__slug="ulm", key="address")
    spoken_file(key="address", value="Ǻďďɋēśś", made_from=facts.get().digest)
    spoken_file.load()
    ulm = Hospital.objects.with_facts(CODE).get(slug="ulm")
    assert hospital_data(ulm, language=CODE)["address"] == "Ǻďďɋēśś"
    assert hospital_data(ulm, language="en")["address"] == facts.get().value
