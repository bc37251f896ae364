"""Who may change what of a hospital."""

import pytest
from django.contrib.auth.models import Permission

from tests import factories

pytestmark = pytest.mark.django_db


def posted(hospital, **changes) -> dict:
    fields = ["name", "short_name", "slug", "catalog_name", "website", "position", "city", "land", "land_code",
              "latitude", "longitude", "channel", "own_form_url", "request_email", "language"]  # fmt: skip
    values = {name: getattr(hospital, name) for name in fields}
    management = {f"facts-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return values | management | {"is_published": "on", "quotes_need_release": "on"} | changes


@pytest.mark.parametrize("may_direct", [False, True])
def test_an_editor_can_not_turn_a_hospital_s_requests_to_another_address(client, ulm, may_direct):
    """Whoever receives the mail receives the code that opens a family's enquiry."""
    edith = factories.make_staff("edith", "editor")
    if may_direct:
        edith.user_permissions.add(Permission.objects.get(codename="direct_requests"))
    client.force_login(edith)
    changes = {"city": "Ulm on the Danube", "request_email": "edith@elsewhere.example.org"}
    response = client.post(f"/admin/hospitals/hospital/{ulm.pk}/change/", posted(ulm, **changes))
    assert response.status_code == 302
    address = ulm.request_email
    ulm.refresh_from_db()
    assert ulm.city == "Ulm on the Danube"
    assert ulm.request_email == (changes["request_email"] if may_direct else address)
