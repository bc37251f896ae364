"""Loading the hospitals: rerunnable, all or nothing, and never against an editor."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from ground.loading.merging import merge
from ground.loading.refusals import FileRefused
from hospitals.loading import load_hospitals
from hospitals.models import Hospital, HospitalFact, Source
from tests.hospitals.conftest import fact, line_of

pytestmark = pytest.mark.django_db


def numbers(tally):
    return tally.created, tally.updated, tally.unchanged, len(tally.kept)


def hospital_in(content, slug):
    return next(one for one in content["hospitals"] if one["slug"] == slug)


def fact_in(content, slug, key):
    return next(fact for fact in hospital_in(content, slug)["facts"] if fact["key"] == key)


def test_the_five_hospitals_are_loaded_each_where_it_lies():
    load_hospitals()
    assert list(Hospital.objects.values_list("slug", "land_code", "channel")) == [
        ("ulm", "BW", "portal"),
        ("aachen", "NW", "portal"),
        ("frankfurt", "HE", "portal"),
        ("freiburg", "BW", "portal"),
        ("heidelberg", "BW", "own_form"),
    ]


def test_loading_again_changes_nothing():
    first = load_hospitals()
    assert numbers(first) == (first.created, 0, 0, 0)
    assert numbers(load_hospitals()) == (0, 0, first.created, 0)


def test_a_dry_run_counts_and_writes_nothing():
    tally = load_hospitals(dry_run=True)
    assert tally.created > 100
    assert (Hospital.objects.count(), Source.objects.count(), HospitalFact.objects.count()) == (0, 0, 0)


def test_the_files_change_arrives_where_no_editor_has_been(catalog_file):
    load_hospitals()
    path = catalog_file(lambda content: hospital_in(content, "ulm").update(website="https://new.example.org"))
    tally = load_hospitals(path)
    assert (tally.updated, tally.kept) == (1, [])
    assert Hospital.objects.get(slug="ulm").website == "https://new.example.org"


def test_what_an_editor_changed_stays_and_is_counted(catalog_file):
    load_hospitals()
    Hospital.objects.filter(slug="ulm").update(website="https://editor.example.org")
    path = catalog_file(
        lambda content: hospital_in(content, "ulm").update(
            website="https://file.example.org", city="Ulm/Donau"
        )
    )
    for _again in range(2):
        tally = load_hospitals(path)
        assert tally.kept == ["Ulm University Hospital: website"]
        ulm = Hospital.objects.get(slug="ulm")
        assert (ulm.website, ulm.city) == ("https://editor.example.org", "Ulm/Donau")


def test_a_fact_an_editor_touched_is_kept_whole(catalog_file):
    """An editor's sentence with the file's new status or source would say what neither meant."""
    load_hospitals()
    HospitalFact.objects.filter(hospital__slug="ulm", key="languages").update(value="German only.")
    path = catalog_file(
        lambda content: fact_in(content, "ulm", "languages").update(value="", status="not_found", sources=[])
    )
    assert load_hospitals(path).kept == ["Ulm University Hospital: Languages of the documents"]
    kept = fact("ulm", "languages")
    assert (kept.value, kept.status, kept.sources.count()) == ("German only.", "verified", 3)


def test_sources_an_editor_took_away_stay_away():
    load_hospitals()
    fact("ulm", "languages").sources.set([])
    assert load_hospitals().kept == ["Ulm University Hospital: Languages of the documents"]
    assert fact("ulm", "languages").sources.count() == 0


def test_a_fact_gets_the_sources_the_file_now_names(catalog_file):
    load_hospitals()
    path = catalog_file(lambda content: fact_in(content, "ulm", "languages").update(sources=["ulm-faq"]))
    assert numbers(load_hospitals(path))[1] == 1
    assert [one.code for one in fact("ulm", "languages").sources.all()] == ["ulm-faq"]
    assert load_hospitals(path).updated == 0


def test_a_fact_an_editor_deleted_does_not_come_back():
    load_hospitals()
    fact("ulm", "extras").delete()
    assert load_hospitals().kept == ["Ulm University Hospital: Extras on the quote"]
    assert not HospitalFact.objects.filter(hospital__slug="ulm", key="extras").exists()


def test_a_hospital_missing_from_the_file_is_left_and_named(catalog_file):
    load_hospitals()
    path = catalog_file(lambda content: content["hospitals"].pop(0))
    assert load_hospitals(path).missing == ["Ulm University Hospital"]
    assert Hospital.objects.filter(slug="ulm").exists()


BAD = {
    "an unknown status": ("ulm", "languages", {"status": "sure"}, "status: "),
    "a fact without its source": ("ulm", "languages", {"sources": []}, "must name the source"),
    "a source nobody knows": (
        "ulm",
        "languages",
        {"sources": ["atlantis"]},
        "no source is called “atlantis”",
    ),
    "a fact of no known kind": ("ulm", "languages", {"key": "mood"}, "no fact is called “mood”"),
    "a day to come": ("ulm", "languages", {"checked_on": "2999-01-01"}, "still to come"),
    "a day that is none": ("ulm", "languages", {"checked_on": "soon"}, "checked_on: "),
    "words where nothing was found": ("ulm", "languages", {"status": "not_found"}, "Nothing found"),
    "a field that does not exist": ("ulm", "languages", {"colour": "red"}, "unknown here: colour"),
    "a letter no database keeps": ("ulm", "languages", {"value": "a\x00b"}, "no database can keep"),
    "a list for a text": ("ulm", "languages", {"value": ["a"]}, "plain value"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_fact_names_its_line_and_nothing_is_applied(case, catalog_file):
    slug, key, change, reason = BAD[case]

    def spoil(content):
        hospital_in(content, "aachen").update(website="https://changed.example.org")
        fact_in(content, slug, key).update(change)

    load_hospitals()
    path = catalog_file(spoil)
    with pytest.raises(FileRefused) as refused:
        load_hospitals(path)
    assert [one.line for one in refused.value.refusals] == [
        line_of(path, f'"key": "{change.get("key", "languages")}"') - 1
    ]
    assert reason in str(refused.value)
    assert Hospital.objects.get(slug="aachen").website == "https://www.ukaachen.de"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"channel": "own_form", "own_form_url": ""}, "needs the form's address"),
        ({"request_email": ""}, "needs an address for requests"),
        ({"latitude": 200}, "latitude: "),
        ({"answer_due_days": "many"}, "answer_due_days: "),
        ({"answer_due_days": 10**30}, "answer_due_days: "),
        ({"land_code": "Bavaria"}, "land_code: "),
        ({"request_email": "nobody"}, "request_email: "),
        ({"name": None}, "name: "),
        ({"slug": "no such slug!"}, "slug: "),
        ({"slug": ""}, "“slug” is missing"),
        ({"slug": "aachen"}, "second time"),
    ],
)
def test_a_bad_hospital_is_refused_with_its_reason(change, reason, catalog_file):
    path = catalog_file(lambda content: hospital_in(content, "ulm").update(change))
    with pytest.raises(FileRefused, match=re.escape(reason)):
        load_hospitals(path)
    assert Hospital.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{\n"hospitals": [\n{,}]}', 3),
        ("[]", 1),
        ('{"hospitals": "none"}', 1),
        ('{"hospitals": [1]}', 1),
        ('{"hospitals": [{"slug": "a", "slug": "b"}]}', 0),
        ('{"hospitals": [{"latitude": NaN}]}', 0),
        ('{"towns": []}', 1),
        ("[" * 100_000, 0),
        ("", 1),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(text, line, tmp_path):
    path = tmp_path / "broken.json"
    path.write_text(text)
    with pytest.raises(FileRefused) as refused:
        load_hospitals(path)
    assert [one.line for one in refused.value.refusals] == [line]


def test_the_command_counts_and_a_refusal_exits_with_an_error(catalog_file, tmp_path):
    out = StringIO()
    call_command("load_hospitals", stdout=out)
    assert re.fullmatch(
        r"hospitals\.json: \d+ created, 0 updated, 0 unchanged, 0 refused, 0 kept as an editor changed them\.\n",
        out.getvalue(),
    )
    path = catalog_file(lambda content: fact_in(content, "ulm", "languages").update(status="sure"))
    with pytest.raises(CommandError) as error:
        call_command("load_hospitals", path)
    assert re.search(
        r"^Line \d+: status: .*\nhospitals\.json: 1 refused, nothing was applied\.$", str(error.value)
    )
    with pytest.raises(CommandError, match=r"absent\.json can't be read"):
        call_command("load_hospitals", tmp_path / "absent.json")


values = st.dictionaries(st.sampled_from("abc"), st.integers(0, 2), min_size=3, max_size=3)


@given(current=values, incoming=values, loaded=values, untouched=values)
def test_merging_never_overwrites_what_differs_from_the_last_load(current, incoming, loaded, untouched):
    changes, kept = merge(current=current, incoming=incoming, loaded=loaded, untouched=untouched)
    for name in "abc":
        after = changes.get(name, current[name])
        if current[name] != loaded[name]:
            assert after == current[name]
            assert (name in kept) == (current[name] != incoming[name])
        else:
            assert after == incoming[name]


def test_a_language_the_portal_does_not_speak_is_refused_with_its_line(catalog_file):
    path = catalog_file(lambda content: hospital_in(content, "ulm").update(language="tlh"))
    with pytest.raises(
        FileRefused, match=r"language: The portal does not speak this language\. It speaks: en"
    ):
        load_hospitals(path)
    assert not Hospital.objects.exists()
