"""The answers: what has to be given, what is refused by name, and that nothing typed is lost on the way."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from enquiries.family.enquiry.form import EnquiryForm
from enquiries.models import Enquiry
from tests.enquiries.family.enquiry.enquiry_pages import ANSWERS, Inputs

REQUIRED = {
    "emergency_signs": "Please choose one.",
    "writer": "Please choose one.",
    "birth_month": "Please give at least the year.",
    "country": "Please choose one.",
    "family_name": "Please tell us your name.",
    "email": "Please give an e-mail address: we have no other way to tell you of an answer.",
    "preferred_language": "Please choose one.",
    "diagnosis": "Please choose one.",
}
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


def errors(response) -> dict[str, list[str]]:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def test_only_the_few_things_a_hospital_cannot_do_without_have_to_be_given(family):
    response = family.client.post("/enquiry/check/", {"p": "ulm-21"})
    assert response.status_code == 422
    assert errors(response) == {name: [sentence] for name, sentence in REQUIRED.items()}


@pytest.mark.parametrize("name", ["given_name", "phase", "treatment_started"])
def test_the_rest_may_stay_empty(family, name):
    assert family.check(without=[name]).templates[0].name == "enquiry/check.html"


def test_nobody_is_asked_what_does_not_matter_now(family):
    """The list of what must not be asked at this stage."""
    html = family.client.get("/enquiry/").text
    names = re.findall(r'name="([^"]+)"', html)
    assert len(names) > 40
    assert [(name, word) for name in names for word in MUST_NOT_BE_ASKED if word in name.lower()] == []
    assert not [name for name in EnquiryForm.base_fields if "day" in name or "number" in name]


def test_each_error_is_linked_from_the_summary_and_described_at_its_field(family):
    html = family.check(without=["diagnosis"], email="amira@").text
    assert "<title>Error: Ask for quotes · ALL Portal</title>" in html
    assert 'href="#id_email"><b>Your e-mail address</b> This is not a complete e-mail address.' in html
    assert 'href="#div_id_diagnosis"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_email_error"' in html


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"birth_month_year": "1850"}, "birth_month", "Please type the year with four digits, for example "),
        ({"birth_month_year": "19"}, "birth_month", "Please type the year with four digits, for example "),
        (
            {"birth_month_year": "99999999999999999999"},
            "birth_month",
            "Please type the year with four digits",
        ),
        (
            {"birth_month_year": "2999"},
            "birth_month",
            "This month is still to come. Please check month and year.",
        ),
        ({"birth_month_year": ""}, "birth_month", "Please add the year, with four digits."),
        (
            {"diagnosed_month_month": "03", "diagnosed_month_year": "2020"},
            "diagnosed_month",
            "This is before the patient was born. Please check both.",
        ),
        (
            {"story": "x" * 1501},
            "story",
            "This is 1501 characters long and 1500 fit: please shorten it by 1 character.",
        ),
        (
            {"story": "é\n" * 900},
            "story",
            "This is 1799 characters long and 1500 fit: please shorten it by 299 characters.",
        ),
        ({"story": "a\x00b"}, "story", "There is a character in it that cannot be read or printed."),
        (
            {"family_name": "Had\x07dad"},
            "family_name",
            "There is a character in it that cannot be read or printed.",
        ),
        (
            {"family_name": "Had\ndad"},
            "family_name",
            "There is a character in it that cannot be read or printed.",
        ),
        ({"phone": "12"}, "phone", "This number cannot be dialed."),
        ({"relationship": ""}, "relationship", "Please tell us how you are related to the child."),
        (
            {"relationship": "", "writer": "professional"},
            "relationship",
            "Please tell us what you are to the patient.",
        ),
        ({"authority_parent": ""}, "authority_parent", "Please choose one."),
        ({"writer": "representative"}, "authority_adult", "Please choose one."),
        ({"country": "Atlantis"}, "country", "Select a valid choice."),
        ({"earliest_month": "2020-01"}, "earliest_month", "This month has passed. Please choose again."),
        ({"email": "a@b\r\nBcc: x@example.org"}, "email", "This is not a complete e-mail address."),
        ({"email": "a" * 300 + "@example.org"}, "email", "This address is too long to be an e-mail address."),
        (
            {"writer": "parent", "birth_month_year": "1990"},
            "writer",
            "By the date of birth the patient is an adult. Then choose “An adult I act for is ill”.",
        ),
        (
            {"writer": "patient"},
            "writer",
            "By the date of birth the patient is under 18. Then a parent or guardian",
        ),
    ],
)
def test_what_cannot_be_is_named_beside_its_field_and_kept(family, changed, field, sentence):
    response = family.check(**changed)
    assert response.status_code == 422
    assert errors(response)[field][0].startswith(sentence)
    sent = ANSWERS | {name: [value] for name, value in changed.items()}
    kept = Inputs(response.text).forms["/enquiry/check/"]
    for name in sent.keys() - changed.keys():
        assert kept[name] == sent[name]
    if field in changed and field not in ("country", "earliest_month"):
        assert "".join(kept.get(field, [])) == changed[field]
    assert Enquiry.objects.count() == 0


@pytest.mark.parametrize(
    ("month", "year", "stored"),
    [("04", "2020", "2020-04"), ("", "2020", "2020"), ("12", "٢٠١٩", "2019-12"), ("01", " 2019 ", "2019-01")],
)
def test_a_month_is_read_as_families_give_it(family, month, year, stored):
    assert family.check(birth_month_month=month, birth_month_year=year).context["form"].writer == "parent"
    form = EnquiryForm(family.check(birth_month_month=month, birth_month_year=year).wsgi_request.POST)
    assert form.is_valid()
    assert form.answers["birth_month"] == stored


def test_a_diagnosis_in_the_year_of_birth_is_possible(family):
    assert family.check(birth_month_month="", diagnosed_month_year="2020").status_code == 200


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("06 462 0000", "+962 6 462 0000"),
        ("00962 6 462 0000", "+962 6 462 0000"),
        ("+49 30 901820", "+49 30 901820"),
    ],
)
def test_a_phone_number_is_understood_from_the_country_given(family, typed, stored):
    form = EnquiryForm(family.check(phone=typed).wsgi_request.POST)
    assert form.is_valid()
    assert form.answers["phone"] == stored


def test_what_concerns_another_writer_is_left_out_though_it_was_typed(family):
    typed = {"writer": "patient", "birth_month_year": "1990", "authority_adult": "power_of_attorney"}
    form = EnquiryForm(family.check(**typed).wsgi_request.POST)
    assert form.is_valid()
    assert (form.answers["relationship"], form.answers["authority"]) == ("", "")


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
    assert "<b>Ulm University Hospital</b> 21 days" in html


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


def test_signs_of_an_emergency_stop_once_before_going_on(family):
    response = family.check(emergency_signs="yes", story="Nose bleeds since morning")
    assert response.templates[0].name == "enquiry/emergency.html"
    page = Inputs(response.text)
    assert "Call the emergency number where you are" in page.text
    kept = page.forms["/enquiry/check/"]
    assert kept["story"] == ["Nose bleeds since morning"]
    gone_on = family.client.post("/enquiry/check/", kept | {"emergency_seen": ["yes"]})
    assert gone_on.templates[0].name == "enquiry/check.html"
    assert Enquiry.objects.count() == 0


SIGNS = "ever, bleeding, trouble breathing, chest pain or a seizure"


def test_the_same_five_signs_are_asked_for_and_told_of_on_every_page(family):
    asked = family.client.get("/enquiry/").text
    assert asked.count(SIGNS) == 1
    assert SIGNS in family.check(emergency_signs="yes").text
    assert SIGNS in family.check(emergency_signs="yes", email="amira@").text
    assert SIGNS in family.check(emergency_signs="no").text
    for name in ("enquiry/again.html", "413.html", "429.html"):
        assert SIGNS in Path(settings.BASE_DIR, "templates", name).read_text("utf-8"), name


def test_an_emergency_is_asked_for_before_anything_else_and_does_not_look_skippable(family):
    form = family.client.get("/enquiry/").text.split("<main")[1]
    asked = form.split('id="emergency"')[1].split("</fieldset>")[0]
    assert re.findall(r'name="(?!csrf|form_key|website)(\w+)"', form)[0] == "emergency_signs"
    assert "call the emergency number where you are" in asked
    assert "optional" not in asked
    assert "optional" in form
    assert form.count('name="emergency_signs"') == 3


def test_what_to_do_in_an_emergency_waits_in_a_status_for_the_yes(family):
    """A screen reader tells only what appears inside a status that was there before."""
    form = family.client.get("/enquiry/").text
    status = form.split('<div role="status">')[1].split("</div></div>")[0]
    assert "Call the emergency number where you are now. Your answers stay here." in status
    assert 'href="/leukemia/emergency-signs/" target="_blank"' in status


def test_the_way_back_from_the_stop_leads_to_the_question_that_stopped(family):
    stop = family.check(emergency_signs="yes").text
    anchor = re.search(r'formaction="/enquiry/#([\w-]+)"', stop)[1]
    assert f'id="{anchor}"' in family.client.get("/enquiry/").text
    assert anchor == "emergency"


def test_nothing_is_stored_before_sending(family):
    family.check(story="Canary-Story")
    assert Enquiry.objects.count() == 0
    assert "sessionid" not in family.client.cookies
    assert set(family.client.cookies) == {"csrftoken"}


def test_the_emergency_line_stands_above_the_form(family):
    html = family.client.get("/enquiry/").text
    assert html.index("Do not delay treatment where you are") < html.index("Who is ill?")
    assert html.index("Not for emergencies") < html.index("Who is ill?")


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


def test_the_number_that_we_show_as_an_example_is_taken(family):
    form = EnquiryForm(family.check(phone="+962 6 123 4567").wsgi_request.POST)
    assert form.errors == {}


def test_with_mistakes_signs_of_an_emergency_still_get_the_first_word(family):
    html = family.check(emergency_signs="yes", email="amira@").text
    assert html.index("Get medical help where you are, now") < html.index("Please look at this again")


def test_the_summary_asks_a_parent_as_the_form_does(family):
    link = '<a href="#id_relationship"><b>{}</b> Please tell us'
    assert link.format("How are you related to the child?") in family.check(relationship="").text
    adult = family.check(relationship="", writer="professional").text
    assert link.format("What are you to the patient?") in adult


def test_hospitals_not_picked_are_folded_below_the_picked_ones(family, freiburg):
    unpicked = family.client.get("/enquiry/").text
    assert "other hospital" not in unpicked
    picked = family.client.get("/enquiry/?p=ulm-21").text
    assert (
        picked.index('value="ulm-21"') < picked.index("other hospital") < picked.index('value="freiburg-31"')
    )
