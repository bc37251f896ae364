"""Saboteurs of transactions, locks and states."""

from tests.saboteurs.saboteur import Saboteur

INTAKE = "tests/enquiries/actions/test_intake.py"
RELEASE = "tests/enquiries/desk/test_release.py"
DECISIONS = "tests/enquiries/desk/test_decisions.py"

SABOTEURS = (
    Saboteur(
        name="an enquiry in two transactions",
        guarantee="an enquiry and all that follows from it are committed together or not at all",
        module="enquiries.actions.intake",
        old="        with transaction.atomic(durable=True):\n            return",
        new="        if True:\n            return",
        notices=(f"{INTAKE}::test_a_failure_half_way_leaves_nothing_behind",),
    ),
    Saboteur(
        name="no version check",
        guarantee="nobody overwrites what another coordinator did meanwhile",
        module="enquiries.desk.decisions.decision_page",
        old="            raise ChangedMeanwhile",
        new="            return",
        notices=(DECISIONS,),
    ),
    Saboteur(
        name="an address nobody confirmed",
        guarantee="nothing goes to a hospital before the family's address is confirmed",
        module="enquiries.actions.releasing",
        old="    if enquiry.address_confirmed_at is None:",
        new="    if False:",
        notices=(f"{RELEASE}::test_an_unconfirmed_address_holds_the_release_until_the_family_was_reached",),
    ),
    Saboteur(
        name="a consent not looked at",
        guarantee="nothing goes to a hospital without the family's consent for that hospital",
        module="enquiries.actions.releasing",
        old="    if not live.filter(hospital=quote_request.hospital).exists():",
        new="    if False:",
        notices=(f"{RELEASE}::test_without_a_live_consent_nothing_goes_out",),
    ),
    Saboteur(
        name="an event without its mails",
        guarantee="who has to be told of an event is told",
        module="enquiries.rules.workflow",
        old="    notices.queue(event, enquiry=enquiry, quote_request=quote_request)\n",
        new="",
        notices=(f"{INTAKE}::test_an_enquiry_arrives_with_its_requests_consents_code_event_and_notices",),
    ),
)
