"""Each mail that a hospital has to act on brings it a code that works, and ends the one before."""

import pytest

from enquiries import codes
from enquiries.models import AccessCode
from tests.enquiries.actions.every.every_step import STEPS, Scene

OPENS = {
    "hospital_released",
    "hospital_reminded",
    "hospital_info_passed_on",
    "hospital_reopened",
    "hospital_accepted",
}


@pytest.fixture
def scene(ulm, freiburg, carla, private) -> Scene:
    return Scene(ulm=ulm, freiburg=freiburg, carla=carla)


def hospital_codes() -> set[AccessCode]:
    return set(AccessCode.objects.usable().filter(purpose="hospital"))


@pytest.mark.parametrize("step", [step for step in STEPS if OPENS & set(step.told)], ids=str)
def test_a_mail_to_act_on_brings_a_fresh_code_and_the_old_one_ends(scene, step):
    step.before(scene)
    before = hospital_codes()
    step.act(scene)
    notice = scene.enquiry.notices.filter(kind__in=OPENS).latest("pk")
    assert notice.code in hospital_codes() - before
    assert codes.redeem(typed=codes.code_text(notice.code), purpose="hospital") == notice.code
    assert AccessCode.objects.usable().filter(quote_request=notice.quote_request).count() == 1


def test_each_of_these_mails_was_looked_at():
    assert {kind for step in STEPS for kind in step.told} >= OPENS
