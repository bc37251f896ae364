"""Signs of an emergency: asked for first, and stopped at once before anything goes on."""

import re
from pathlib import Path

from django.conf import settings

from enquiries.models import Enquiry
from tests.enquiries.family.enquiry.enquiry_pages import Inputs


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
    templates = Path(settings.BASE_DIR, "templates")
    component = "components/do_not_wait.html"
    assert SIGNS in (templates / component).read_text("utf-8")
    for name in ("enquiry/again.html", "413.html"):
        assert f'{{% include "{component}" %}}' in (templates / name).read_text("utf-8"), name


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


def test_the_emergency_line_stands_above_the_form(family):
    html = family.client.get("/enquiry/").text
    assert html.index("Do not delay treatment where you are") < html.index("Who is ill?")
    assert html.index("Not for emergencies") < html.index("Who is ill?")


def test_with_mistakes_signs_of_an_emergency_still_get_the_first_word(family):
    html = family.check(emergency_signs="yes", email="amira@").text
    assert html.index("Get medical help where you are, now") < html.index("Please look at this again")
