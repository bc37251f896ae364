"""Who may change what of a hospital."""

import pytest

from hospitals.models import Hospital
from tests import factories
from tests.languages.made_up import CODE

pytestmark = pytest.mark.django_db


def posted(hospital, **changes) -> dict:
    fields = ["name", "short_name", "slug", "catalog_name", "website", "position", "city", "land", "land_code",
              "latitude", "longitude", "channel", "own_form_url", "request_email", "language"]  # fmt: skip
    values = {name: getattr(hospital, name) for name in fields}
    management = {f"facts-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return values | management | {"is_published": "on", "quotes_need_release": "on"} | changes


@pytest.mark.parametrize(("group", "may_direct"), [("editor", False), ("operator", True)])
def test_an_operator_and_no_editor_turns_a_hospital_s_requests_to_another_address(
    client, ulm, group, may_direct
):
    """Whoever receives the mail receives the code that opens a family's enquiry."""
    client.force_login(factories.make_staff("edith", group))
    changes = {"city": "Ulm on the Danube", "request_email": "edith@elsewhere.example.org"}
    response = client.post(f"/admin/hospitals/hospital/{ulm.pk}/change/", posted(ulm, **changes))
    assert response.status_code == 302
    address = ulm.request_email
    ulm.refresh_from_db()
    assert ulm.city == "Ulm on the Danube"
    assert ulm.request_email == (changes["request_email"] if may_direct else address)


@pytest.mark.parametrize("language", ["tlh", "de", "English"])
def test_a_language_the_portal_does_not_speak_is_refused_beside_its_field(client, ulm, made_up, language):
    """Its mails and pages would be in English, and nobody would know why."""
    client.force_login(factories.make_staff("edith", "editor"))
    place = f"/admin/hospitals/hospital/{ulm.pk}/change/"
    answer = client.post(place, posted(ulm, language=language))
    sentence = f"The portal does not speak this language. It speaks: en, {CODE}."
    assert answer.context["adminform"].form.errors == {"language": [sentence]}
    assert sentence in answer.text
    assert Hospital.objects.get().language == "en"
    assert client.post(place, posted(ulm, language=CODE)).status_code == 302
    assert Hospital.objects.get().language == CODE
