"""Check 39: access codes of 120 bits, only a digest kept, bound to a purpose, superseded when renewed."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from enquiries import codes
from enquiries.models import AccessCode
from tests import factories


@pytest.fixture
def code(haddad):
    return haddad.codes.get(by_mail=True)


def redeemed(typed, purpose="family"):
    return codes.redeem(typed=typed, purpose=purpose)


def test_a_code_is_six_groups_of_four_and_opens_its_enquiry(code):
    text = codes.code_text(code)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}", text)
    assert redeemed(text) == code


def test_a_code_typed_in_lower_case_with_spaces_and_confused_letters_is_understood(code):
    typed = codes.code_text(code).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert redeemed(f"  {typed}\n") == code


def test_a_long_code_given_out_before_still_opens_and_its_mails_still_carry_it(code):
    letters = codes._letters(code, 52)
    AccessCode.objects.filter(pk=code.pk).update(digest=codes.digest(letters))
    code.refresh_from_db()
    text = codes.code_text(code)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){12}[0-9A-HJKMNP-TV-Z]{4}", text)
    assert redeemed(text.lower()) == code
    assert redeemed(text[:29]) is None


def test_a_code_is_found_in_the_whole_mail_that_brought_it(code):
    link = f"https://portal.test/status/#{codes.code_text(code)}"
    mail = f"Something new to read about K7Q29-MXD4T.\n> {link}\n> Thank you"
    assert redeemed(mail) == code


def test_the_database_holds_nothing_that_opens_an_enquiry(code):
    text = codes.code_text(code)
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest, nonce, key_id FROM enquiries_accesscode WHERE id = %s", [code.pk])
        stored = " ".join(cursor.fetchone())
    assert text not in stored
    assert text.replace("-", "") not in stored
    with override_settings(PORTAL_KEYS={"t1": bytes(range(100, 132))}):
        assert codes.code_text(code) != text


def test_a_code_of_one_purpose_opens_nothing_of_the_other(code, haddad, ulm, carla):
    factories.release(haddad, ulm, carla)
    hospital_code = AccessCode.objects.get(purpose="hospital")
    assert redeemed(codes.code_text(code), "hospital") is None
    assert redeemed(codes.code_text(hospital_code), "family") is None


def test_a_renewed_code_ends_the_one_before(code, haddad):
    old = codes.code_text(code)
    new = codes.issue(purpose="family", enquiry=haddad)
    assert redeemed(old) is None
    assert redeemed(codes.code_text(new)) == new


def test_a_hospital_s_code_ends_after_thirty_days_and_a_family_s_does_not(code, haddad, ulm, carla):
    factories.release(haddad, ulm, carla)
    text = codes.code_text(AccessCode.objects.get(purpose="hospital"))
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        assert redeemed(text, "hospital") is not None
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert redeemed(text, "hospital") is None
        assert redeemed(codes.code_text(code)) == code


@pytest.mark.parametrize(
    "typed", ["", "x", "0" * 52, "0" * 51, "0" * 24, "ab" * 4000, "\x00" * 52, "١" * 52, "🩸" * 52]
)
def test_whatever_is_typed_instead_opens_nothing(code, typed):
    assert redeemed(typed) is None


def test_all_codes_differ(haddad):
    texts = {codes.code_text(codes.issue(purpose="family", enquiry=haddad)) for _ in range(50)}
    assert len(texts) == 50
