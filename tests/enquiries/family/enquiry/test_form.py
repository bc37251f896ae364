"""The form: what is asked, what is offered, and that nothing typed is lost on the way back."""

import re

import pytest
from django.utils import timezone

from enquiries.family.enquiry.form import EnquiryForm
from enquiries.models import Enquiry
from tests.enquiries.family.enquiry.enquiry_pages import Inputs

MUST_NOT_BE_ASKED = [
    "passport",
    "nationality",
    "citizenship",
    "religion",
    "ethnic",
    "marital",
    "married",
    "income",
    "budget",
    "iban",
    "bank",
    "street",
    "address_line",
    "postcode",
    "zip",
    "insurance_number",
    "birth_day",
    "password",
    "account",
    "newsletter",
    "marketing",
    "whatsapp",
    "facebook",
    "instagram",
    "telegram",
    "photo",
    "heard",
]


def test_nobody_is_asked_what_does_not_matter_now(family):
    """The list of what must not be asked at this stage."""
    html = family.client.get("/enquiry/").text
    names = re.findall(r'name="([^"]+)"', html)
    assert len(names) > 40
    assert [(name, word) for name in names for word in MUST_NOT_BE_ASKED if word in name.lower()] == []
    assert not [name for name in EnquiryForm.base_fields if "day" in name or "number" in name]


def test_the_way_back_refills_everything_without_a_word_of_blame(family):
    story = "line one\n  line two\n\nالحمد لله \u202e <b>&quot;</b>"
    back = family.client.post("/enquiry/", family.ready(story=story, treatments=["chemotherapy", "steroids"]))
    assert back.status_code == 200
    form = Inputs(back.text).forms["/enquiry/check/"]
    assert form["story"] == [story]
    assert form["treatments"] == ["steroids", "chemotherapy"]
    assert form["birth_month_year"] == ["2020"]
    assert form["p"] == ["ulm-21"]
    assert "error-summary" not in back.text


def test_half_an_answer_goes_back_as_it_is(family):
    back = family.client.post("/enquiry/", {"birth_month_year": "not yet", "email": "amira@"})
    form = Inputs(back.text).forms["/enquiry/check/"]
    assert (form["birth_month_year"], form["email"]) == (["not yet"], ["amira@"])


def test_picks_in_the_address_are_preset_and_stale_ones_are_said(family, freiburg):
    html = family.client.get("/enquiry/?p=ulm-21&p=ulm-99&advise=freiburg&p=nowhere-3").text
    form = Inputs(html).forms["/enquiry/check/"]
    assert (form["p"], form["advise"]) == (["ulm-21"], ["freiburg"])
    assert "ulm-99" in html
    assert "nowhere-3" in html
    assert '<b translate="no">Ulm University Hospital</b> 21 days' in html


def test_without_a_hospital_the_form_says_so_and_links_to_the_boxes(family):
    response = family.check(without=["p"])
    assert response.status_code == 422
    assert '<a href="#hospitals">Please pick at least one hospital.</a>' in response.text


def test_a_hospital_that_takes_no_requests_now_is_not_offered_and_not_asked(family, freiburg):
    freiburg.not_accepting_until_on = timezone.localdate().replace(year=timezone.localdate().year + 1)
    freiburg.save()
    html = family.client.get("/enquiry/?p=freiburg-21&p=ulm-21").text
    assert Inputs(html).forms["/enquiry/check/"]["p"] == ["ulm-21"]
    assert html.count("Takes no requests before") == 2
    assert family.check(p="freiburg-21").status_code == 422


def test_nothing_is_stored_before_sending(family):
    family.check(story="Canary-Story")
    assert Enquiry.objects.count() == 0
    assert "sessionid" not in family.client.cookies
    assert set(family.client.cookies) == {"csrftoken"}


@pytest.mark.parametrize("hospitals", [1, 12, 30])
def test_the_form_asks_the_database_four_times_whatever_it_offers(
    client, db, django_assert_num_queries, hospitals
):
    from tests import factories

    for number in range(hospitals):
        factories.make_hospital(f"house{number}")
    with django_assert_num_queries(4):
        html = client.get("/enquiry/?p=house0-21&advise=house0").text
    assert html.count('class="ask-hospital"') == (hospitals if hospitals <= 12 else 1)


@pytest.mark.parametrize("path", ["/enquiry/check/", "/enquiry/send/"])
def test_a_page_reached_without_its_form_is_the_form(client, ulm, path):
    form = Inputs(client.get(f"{path}?p=ulm-21").text).forms["/enquiry/check/"]
    assert (form["p"], form["family_name"]) == (["ulm-21"], [""])


@pytest.mark.parametrize("path", ["/enquiry/", "/enquiry/check/", "/enquiry/send/"])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"writer=\xff\xfe&story=\xed\xa0\x80",
        b"birth_month_month=13&birth_month_year=\xd9\xa2",
        b"p=" + b"x" * 5000 + b"&advise=%00&form_key=%00::&emergency_signs=1",
        b"writer=patient&writer=parent&treatments=x&country=%F0%9F%92%A9",
    ],
)
def test_any_bytes_get_a_page(client, ulm, path, body):
    """Check 23."""
    response = client.generic("POST", path, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code in (200, 422)


def test_a_form_is_refused_without_its_csrf_token(ulm):
    """Check 43."""
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    for path in ("/enquiry/", "/enquiry/check/", "/enquiry/send/"):
        assert client.post(path, {"writer": "parent"}).status_code == 403


def test_every_field_tells_browsers_what_it_is(family):
    html = family.client.get("/enquiry/").text
    for token in ("given-name", "family-name", "email", "tel", "country", "language"):
        assert f'autocomplete="{token}"' in html
    assert "placeholder" not in html
    assert 'id="id_story"' in html
    assert "maxlength" not in re.search(r"<textarea[^>]*>", html)[0]
    assert "at most" in html or "up to 1,500 characters" in html


def test_every_question_stands_on_the_page(family):
    html = family.client.get("/enquiry/").text
    missing = [name for name in EnquiryForm().fields if f'name="{name}' not in html]
    assert missing == []


def test_hospitals_not_picked_are_folded_below_the_picked_ones(family, freiburg):
    unpicked = family.client.get("/enquiry/").text
    assert "other hospital" not in unpicked
    picked = family.client.get("/enquiry/?p=ulm-21").text
    assert (
        picked.index('value="ulm-21"') < picked.index("other hospital") < picked.index('value="freiburg-31"')
    )
