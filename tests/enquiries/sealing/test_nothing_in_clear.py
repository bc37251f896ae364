"""Check 66: whatever people wrote, wherever it is kept, no table holds a word of it in clear."""

from django.apps import apps
from django.db import connection

from enquiries import codes
from enquiries.actions import answering, coordinating, deciding
from enquiries.background import outbox
from enquiries.documents.keeping import add_document
from enquiries.entry.access_log import record_access
from enquiries.words.actors import Actor
from tests import factories
from tests.enquiries.entry.zone_doors import as_family
from tests.enquiries.files import making
from tests.enquiries.words.quote_facts import WORD, full_quote


def tables_that_hold(word: str) -> list[str]:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [table for row in cursor.fetchall() if any(word in str(value) for value in row)]
    return found


def write_everywhere(enquiry, ulm, freiburg, carla) -> None:
    """A text of each kind, by each who can write one."""
    at_ulm, at_freiburg = (factories.release(enquiry, hospital, carla) for hospital in (ulm, freiburg))
    family, by = Actor.family(enquiry), Actor.coordinator(carla)
    deciding.write(enquiry=enquiry, text=f"{WORD} message", by=family)
    coordinating.write_to_family(enquiry=enquiry, text=f"{WORD} answer", wants_answer=False, by=by)
    coordinating.add_note(enquiry=enquiry, text=f"{WORD} note", by=by)
    factories.quote(at_ulm, **full_quote())
    answering.decline(
        quote_request=at_freiburg, reason="other", text=f"{WORD} refusal", by=Actor.hospital(at_freiburg)
    )
    upload = making.upload(f"{WORD} report.pdf", making.letter())
    add_document(enquiry=enquiry, upload=upload, kind="lab", by=family)


def test_no_table_holds_a_word_that_somebody_wrote(haddad, ulm, freiburg, carla, private):
    write_everywhere(haddad, ulm, freiburg, carla)
    assert tables_that_hold(WORD) == []
    assert tables_that_hold(WORD.lower()) == []
    assert tables_that_hold(haddad.email) == []


def test_no_table_holds_a_code_that_was_given_out(haddad, ulm, carla, sink, client):
    """Check 51: not the outbox's record of a mail that was sent with it, nor the visit that it opened."""
    factories.release(haddad, ulm, carla)
    given_out = [codes.code_text(code) for code in haddad.codes.all()]
    outbox.send_due()
    as_family(haddad)
    assert len(given_out) == 3
    assert [tables_that_hold(code) + tables_that_hold(code.replace("-", "")) for code in given_out] == [
        []
    ] * 3


def test_a_word_in_clear_would_be_found(haddad, ulm):
    """The control: the name of a hospital is no secret."""
    assert "hospitals_hospital" in tables_that_hold(ulm.name)


def test_no_row_is_called_by_what_somebody_wrote(haddad, ulm, freiburg, carla, private):
    """What a row calls itself stands in logs, in reports of a fault and in the desk's own history."""
    write_everywhere(haddad, ulm, freiburg, carla)
    record_access(enquiry=haddad, what="enquiry", by=Actor.coordinator(carla))
    rows = [row for model in apps.get_app_config("enquiries").get_models() for row in model.objects.all()]
    names = {type(row).__name__: str(row) for row in rows}
    assert {"Enquiry", "QuoteRequest", "Quote", "Message", "Note", "Document", "AccessLogEntry"} <= set(names)
    written = (WORD.lower(), haddad.email, haddad.given_name.lower(), haddad.family_name.lower())
    assert [name for row in rows if any(word in (name := str(row)).lower() for word in written)] == []
    assert (names["Enquiry"], names["AccessLogEntry"]) == (
        haddad.reference,
        f"access {haddad.access_log.get().pk}",
    )
