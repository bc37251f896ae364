"""Checks 51 and 58: whatever happens, no line of any log holds a code, an address or a word that somebody wrote."""

import logging

import pytest

from enquiries import codes
from enquiries.actions import deciding
from enquiries.background import outbox, worker
from enquiries.models import AccessCode
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import WRONG_CODE, as_family, as_hospital


@pytest.fixture
def lines(caplog):
    """All of them, but for those of the tests' own mail server, which tells what it is sent."""
    caplog.set_level(logging.DEBUG)
    return lambda: "\n".join(
        f"{record.name} {record.getMessage()} {record.args}"
        for record in caplog.records
        if record.name != "mail.log"
    )


def test_a_whole_story_leaves_no_secret_in_the_logs(lines, sink, haddad, ulm, carla, client):
    quote_request = factories.release(haddad, ulm, carla)
    sink.refusals["amira.canary@example.org"] = "550 no such user"
    worker.Worker().send_some()
    worker.run_once()
    as_hospital(quote_request).get("/clinic/request/")
    as_family(haddad).get("/status/enquiry/")
    for path in ("/status/", "/clinic/"):
        client.post(path, {"code": WRONG_CODE})
        client.post(path, {"code": "Canary"})
        client.get(path + "request/none/")
    deciding.write(enquiry=haddad, text="Canary words", by=Actor.family(haddad))
    deciding.renew_code(email=haddad.email)
    outbox.send_due()
    written = lines()
    assert "notice" in written  # it was listened to
    secrets = [codes.code_text(code) for code in AccessCode.objects.all()] + [WRONG_CODE]
    assert len(secrets) > 4
    for secret in secrets:
        assert secret not in written
        assert secret.replace("-", "") not in written
    assert "anary" not in written
    assert "haddad" not in written.lower()
