import re
from datetime import date

import pytest
from django.urls import reverse

from hospitals.models import Hospital, HospitalFact
from hospitals.pages.map import SQUEEZE, draw_map, project
from hospitals.search import search
from tests.factories import make_hospital

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def row_of(response, label: str) -> str:
    """What stands beside a label in the page's rows."""
    match = re.search(rf"<dt>{re.escape(label)}</dt>(.*?)</div>", response.content.decode(), re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", match[1])).strip()


def test_each_hospital_is_on_the_map_and_in_the_list_beside_it(client, catalog):
    page = client.get(reverse("hospitals:list")).content.decode()
    for slug in ("ulm", "aachen", "frankfurt", "freiburg", "heidelberg"):
        assert page.count(f'href="/hospitals/{slug}/"') == 2


def test_points_lie_where_the_places_lie(catalog):
    places = {place.name: place for place in draw_map(list(Hospital.objects.all())).places}
    assert places["Aachen"].x < places["Freiburg"].x < places["Ulm"].x
    assert places["Frankfurt"].y < places["Heidelberg"].y < places["Ulm"].y < places["Freiburg"].y
    # Aachen to Ulm: 3.9095 degrees of longitude, each shorter than a degree of latitude.
    assert places["Ulm"].x - places["Aachen"].x == pytest.approx(3.9095 * 60 * SQUEEZE, abs=0.2)
    assert project(48.4214, 9.9531) == (places["Ulm"].x, places["Ulm"].y)


def test_a_hospital_outside_germany_is_listed_but_not_drawn(client):
    make_hospital("basel", latitude=41.9, longitude=12.5)
    page = client.get(reverse("hospitals:list")).content.decode()
    assert page.count('href="/hospitals/basel/"') == 1


def test_a_fact_stands_with_its_source_and_its_day(client, catalog):
    page = client.get("/hospitals/freiburg/")
    assert row_of(page, "Payment guarantees") == (
        "None accepted, neither from an embassy nor from an insurer. Source: IMS financial guide, "
        "Medical Center - University of Freiburg. Checked 23 November 2026."
    )


def test_what_is_not_confirmed_says_so_and_claims_no_source(client, catalog):
    assert row_of(client.get("/hospitals/freiburg/"), "Address") == (
        "Hugstetter Straße 55, 79106 Freiburg (main campus) not confirmed We have not read this on a page of the "
        "hospital (23 November 2026). Please ask the hospital before you rely on it."
    )


def test_where_nothing_was_found_the_page_says_so_once_and_names_each_question(client, catalog):
    page = text_of(client.get("/hospitals/aachen/"))
    told = page[page.rindex("Nothing found about") :]
    for question in (
        "How a request comes in",
        "Languages of the documents",
        "Payment guarantees",
        "Final invoice",
    ):
        assert question in told
    assert "We looked for a page that says so and found none (23 November 2026)." in told
    assert page.count("We looked for a page") <= 3  # one for each part of the page


def test_what_was_looked_for_on_two_days_is_told_day_by_day_the_earlier_first(client):
    hospital = make_hospital("bare")
    for key, day in (("languages", "2026-11-23"), ("payment", "2026-10-01"), ("guarantees", "2026-11-23")):
        hospital.facts.create(key=key, value="", status="not_found", checked_on=day)
    page = text_of(client.get("/hospitals/bare/"))
    earlier, later = "found none (1 October 2026)", "found none (23 November 2026)"
    assert page.index("Payment before admission") < page.index(earlier) < page.index(later)
    assert page.count("Languages of the documents; Payment guarantees") == 1


def test_the_list_tells_which_departments_are_known_no_surer_than_the_record(client, catalog):
    page = text_of(client.get("/hospitals/"))
    assert page.count("Departments: for children, for adults") == 5
    assert page.count("Departments: for children, for adults (not confirmed)") == 1  # Freiburg
    HospitalFact.objects.filter(hospital__slug="ulm", key="children").update(status="not_found", value="")
    assert "Ulm · Baden-Württemberg Departments: for adults Univ" in text_of(client.get("/hospitals/"))


def test_a_rule_without_any_record_is_printed_as_not_stated(client):
    make_hospital("bare")
    assert row_of(client.get("/hospitals/bare/"), "Payment guarantees") == "not stated"


def test_heidelbergs_own_form_is_explained(client, catalog):
    assert "takes requests only through its own form" in text_of(client.get("/hospitals/heidelberg/"))
    assert "takes requests only through its own form" not in text_of(client.get("/hospitals/ulm/"))


def test_a_hospital_that_pauses_says_until_when(client):
    make_hospital("quiet", not_accepting_until_on=date(2999, 1, 4))
    assert "takes no requests before 4 January 2999" in text_of(client.get("/hospitals/quiet/"))
    assert "takes no requests before 4 January 2999" in text_of(client.get("/hospitals/"))


@pytest.mark.parametrize(
    ("on", "accepts"), [(date(2027, 1, 3), False), (date(2027, 1, 4), True), (date(2027, 1, 5), True)]
)
def test_a_hospital_accepts_again_on_the_day_it_named(on, accepts):
    assert make_hospital("quiet", not_accepting_until_on=date(2027, 1, 4)).accepts_requests(on) is accepts


def test_an_unpublished_hospital_is_gone_and_an_unknown_one_not_found(client):
    make_hospital("unlisted", is_published=False)
    assert client.get("/hospitals/unlisted/").status_code == 410
    assert client.get("/hospitals/nowhere/").status_code == 404
    assert "unlisted" not in client.get("/hospitals/").content.decode()
    assert search("unlisted") == []


@pytest.mark.parametrize("path", ["/hospitals/", "/hospitals/ulm/"])
def test_no_page_sets_a_cookie_or_takes_a_post(client, catalog, path):
    response = client.get(path)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    assert client.post(path).status_code == 405


def test_an_editors_markup_is_shown_not_run(client):
    hospital = make_hospital("ulm", name="<script>x</script>", short_name="<b>")
    HospitalFact.objects.create(
        hospital=hospital,
        key="languages",
        value="<img src=x>",
        status="not_confirmed",
        checked_on="2026-11-23",
    )
    for path in ("/hospitals/", "/hospitals/ulm/"):
        page = client.get(path).content.decode()
        assert "<script>x" not in page and "<img src=x" not in page and ">-<b><" not in page


def test_the_list_takes_two_queries_for_one_hospital_and_for_forty(client, django_assert_num_queries):
    make_hospital("first")
    with django_assert_num_queries(2):
        client.get("/hospitals/")
    for number in range(40):
        make_hospital(f"h{number}")
    with django_assert_num_queries(2):
        client.get("/hospitals/")


def test_a_hospitals_page_takes_three_queries_however_much_is_known(
    client, catalog, django_assert_num_queries
):
    for slug in ("ulm", "aachen"):
        with django_assert_num_queries(3):
            client.get(f"/hospitals/{slug}/")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "wurttemberg",
            ["Ulm University Hospital", "University Hospital Freiburg", "Heidelberg University Hospital"],
        ),
        ("HEIDELBERG", ["Heidelberg University Hospital"]),
        ("hospital ulm", ["Ulm University Hospital"]),
        ("unimed", ["University Hospital Frankfurt"]),
        ("hugstetter", []),
        ("", []),
        ("' OR 1=1 --", []),
        ("x" * 5000, []),
    ],
)
def test_search_finds_words_in_names_places_and_what_was_read(catalog, words, found):
    """Hugstetter Straße is not confirmed, so nothing is found by it."""
    assert [hit.title for hit in search(words)] == found


def test_a_hit_shows_the_place_and_the_sentence_that_fits(catalog):
    (hit,) = search("frankfurt marburg")
    assert (hit.url, hit.snippet.split(":")[0]) == (
        "/hospitals/frankfurt/",
        "Frankfurt am Main, Hesse. University Cancer Center (UCT) Frankfurt-Marburg",
    )
