"""Whatever stands behind the doors of the zones, the page at the door comes, and no line of the log holds the code."""

import logging

import pytest

from tests import factories
from tests.enquiries.entry.zone_doors import family_code, hospital_code

BEHIND = [
    "{code}",
    "{code}/",
    "%23{code}",
    "enquiry/{code}/nowhere",
    "request/none/",
    "x/y/z.php?u={code}",
    "a%0Ab/{code}",
    "%E2%80%8B{code}",
    "index.html",
    "//",
]


@pytest.fixture
def doors(haddad, ulm, carla):
    sent = factories.release(haddad, ulm, carla)
    return {
        "/status/": (family_code(haddad), "Follow my enquiry"),
        "/clinic/": (hospital_code(sent), "Open a quote request"),
    }


@pytest.mark.parametrize("behind", BEHIND)
def test_the_page_at_the_door_comes_and_takes_a_code(client, doors, behind):
    for door, (code, title) in doors.items():
        response = client.get(door + behind.format(code=code))
        assert response.status_code == 200
        assert f"<h1>{title}</h1>" in response.text
        assert f'action="{door}"' in response.text
        assert "no-store" in response.headers["Cache-Control"]
        assert client.post(door + behind.format(code="x"), {"code": code}).status_code == 302


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_refused_request_is_logged_without_the_code(client, doors, caplog, method):
    from all_portal.serving.logs import QuietFormatter

    caplog.set_level(logging.DEBUG)
    for door, (code, _title) in doors.items():
        assert getattr(client, method)(f"{door}x/{code}").status_code == 405
        assert client.get(f"/{code}/").status_code == 404
        assert client.get(f"/hospitals/%{ord(code[0]):x}{code[1:]}/").status_code == 404
        lines = [QuietFormatter("%(message)s").format(record) for record in caplog.records]
        assert [line for line in lines if line.startswith(("Not Found: ", "Method Not Allowed"))]
        assert code not in "\n".join(lines)
