"""Who may change what of a hospital."""

import pytest

from tests import factories

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
