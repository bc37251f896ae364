"""Consent: no box ticked beforehand, each hospital by its own, the words kept as they were shown."""

import pytest

from enquiries.models import Consent, Enquiry, QuoteRequest
from tests.enquiries.family.enquiry.enquiry_pages import STORY, Inputs


def test_no_box_is_ticked_beforehand(family, freiburg):
    """Check 60."""
    page = Inputs(family.check(p=["ulm-21", "freiburg-21"]).text)
    assert [name for name in page.unticked if name.startswith("consent")] == [
        "consent_authority",
        "consent_portal",
        "consent_ulm_hospital",
        "consent_freiburg_hospital",
    ]
    assert not [name for name in page.forms["/enquiry/send/"] if name.startswith("consent")]


def test_without_its_consent_nothing_is_sent_and_everything_is_kept(family):
    ready = family.ready(tick=False, story=STORY)
    response = family.client.post("/enquiry/send/", ready | {"consent_authority": ["on"]})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"consent_portal", "consent_ulm_hospital"}
    page = Inputs(response.text)
    assert page.forms["/enquiry/send/"]["story"] == [STORY]
    assert page.forms["/enquiry/send/"]["consent_authority"] == ["on"]
    assert 'id="id_consent_ulm_hospital_error"' in response.text
    assert Enquiry.objects.count() == 0


def test_a_hospital_without_its_box_gets_nothing(family, freiburg):
    ready = family.ready(p=["ulm-21", "freiburg-12", "freiburg-21"], advise=["freiburg"])
    del ready["consent_ulm_hospital"]
    family.client.post("/enquiry/send/", ready)
    quote_request = QuoteRequest.objects.get()
    assert (quote_request.hospital, quote_request.advise) == (freiburg, True)
    assert [program.stay_days for program in quote_request.programs.all()] == [12, 21]
    assert [str(one.hospital) for one in Consent.objects.filter(purpose="hospital")] == [
        "Freiburg University Hospital"
    ]


def test_what_was_shown_is_word_for_word_what_is_kept(family, freiburg):
    """Check 60."""
    response = family.check(p=["ulm-21", "freiburg-12"])
    shown = " ".join(Inputs(response.text).text.split())
    ready = Inputs(response.text).forms["/enquiry/send/"]
    family.client.post("/enquiry/send/", ready | {name: "on" for name in response.context["form"].fields})
    kept = {
        (one.purpose, one.hospital and one.hospital.slug): one
        for one in Consent.objects.select_related("text")
    }
    assert set(kept) == {("portal", None), ("hospital", "ulm"), ("hospital", "freiburg"), ("authority", None)}
    for consent in kept.values():
        assert consent.writer == "parent"
        assert consent.text.language == "en"
        assert len(consent.text.sha256) == 64
        for line in consent.text.text.splitlines():
            assert line in shown


@pytest.mark.parametrize(
    ("writer", "changed", "has_statement"),
    [
        ("patient", {"birth_month_year": "1990"}, False),
        ("parent", {}, True),
        ("representative", {"birth_month_year": "1990", "authority_adult": "power_of_attorney"}, True),
        ("professional", {}, True),
    ],
)
def test_whoever_writes_for_another_states_the_right_to(family, writer, changed, has_statement):
    ready = family.ready(writer=writer, **changed)
    assert ("consent_authority" in ready) is has_statement
    ready.pop("consent_authority", None)
    response = family.client.post("/enquiry/send/", ready)
    assert response.status_code == (422 if has_statement else 303)
