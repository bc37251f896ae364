"""Saboteurs of what goes to a hospital, and of quotes on their way to the family."""

from tests.saboteurs.saboteur import Saboteur

RELEASABLE = "tests/enquiries/actions/test_releasable.py"
RELEASE = "tests/enquiries/desk/test_release.py"
ANSWERING = "tests/enquiries/actions/test_answering.py"
CHOOSING = "tests/enquiries/actions/test_deciding.py"
PASSED_ON = "tests/enquiries/actions/test_documents_passed_on.py"
RELEASING = "tests/enquiries/actions/test_releasing.py"
STATUS = "tests/enquiries/family/status/test_page.py"
DECIDING = "tests/enquiries/family/status/test_decisions.py"
STAYS_OPEN = "tests/enquiries/actions/test_what_stays_open.py"

SABOTEURS = (
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
        name="another hospital's consent",
        guarantee="the consent for one hospital serves no other",
        module="enquiries.actions.releasing",
        old="live.filter(hospital=quote_request.hospital).exists()",
        new="live.filter(hospital__isnull=False).exists()",
        notices=(f"{RELEASABLE}::test_nothing_is_released_while[no_consent_for_ulm]",),
    ),
    Saboteur(
        name="a consent taken back",
        guarantee="a consent that was taken back allows nothing",
        module="enquiries.models.consent",
        old="return self.filter(withdrawn_at__isnull=True)",
        new="return self.all()",
        notices=(f"{RELEASABLE}::test_nothing_is_released_while[no_consent_for_ulm]",),
    ),
    Saboteur(
        name="the portal's consent not looked at",
        guarantee="nothing goes out once the family does not want us to read it any more",
        module="enquiries.actions.releasing",
        old="    if not live.filter(purpose=Consent.Purpose.PORTAL).exists():",
        new="    if False:",
        notices=(f"{RELEASABLE}::test_nothing_is_released_while[no_consent_for_us]",),
    ),
    Saboteur(
        name="a hospital that takes no requests",
        guarantee="nothing goes to a hospital that takes no requests at the moment",
        module="enquiries.actions.releasing",
        old="    if not quote_request.hospital.accepts_requests(today_in_berlin()):",
        new="    if False:",
        notices=(f"{RELEASING}::TestRelease::test_it_waits_for_a_hospital_that_takes_no_requests",),
    ),
    Saboteur(
        name="sent again unlooked",
        guarantee="a request that is sent again needs what it needed the first time",
        module="enquiries.actions.releasing",
        old="    check_releasable(quote_request)\n    quote_request.decline_reason",
        new="    quote_request.decline_reason",
        notices=(f"{RELEASABLE}::test_nothing_is_sent_again_while",),
    ),
    Saboteur(
        name="a preview that changed",
        guarantee="only what a coordinator has looked at goes out",
        module="enquiries.actions.releasing",
        old="    if preview_digest != disclose(quote_request).digest:",
        new="    if False:",
        notices=(f"{RELEASE}::test_what_changed_after_the_preview_is_not_sent",),
    ),
    Saboteur(
        name="a document still being checked",
        guarantee="nothing goes out while a document is being checked",
        module="enquiries.actions.releasing",
        old="    if enquiry.documents.filter(scan=Document.Scan.PENDING, quote_request__isnull=True).exists():",
        new="    if False:",
        notices=(f"{RELEASABLE}::test_nothing_is_released_while[a_document_is_being_checked]",),
    ),
    Saboteur(
        name="documents nobody has seen",
        guarantee="a document added later waits for a coordinator",
        module="enquiries.rules.disclosure",
        old="        documents = documents.filter(created_at__lte=quote_request.documents_until_at)\n",
        new="        pass\n",
        notices=(f"{PASSED_ON}::TestDocumentsAfterRelease::test_a_later_document_waits_and_makes_a_step",),
    ),
    Saboteur(
        name="a power of attorney shown",
        guarantee="a power of attorney is for the coordinators only",
        module="enquiries.models.document",
        old="return self.clean().from_family().exclude(kind=DocumentKind.AUTHORITY)",
        new="return self.clean().from_family()",
        notices=(
            f"{PASSED_ON}::TestDocumentsAfterRelease::test_a_power_of_attorney_is_never_shown_to_a_hospital",
        ),
    ),
    Saboteur(
        name="an unreleased quote readable",
        guarantee="the family reads a quote only once a coordinator has released it",
        module="enquiries.models.quote_request",
        old="released = [quote for quote in self.quotes.all() if quote.released_at]",
        new="released = list(self.quotes.all())",
        notices=(f"{ANSWERING}::TestQuotes::test_the_family_reads_a_quote_only_when_released",),
    ),
    Saboteur(
        name="an unreleased quote compared",
        guarantee="no word of an unreleased quote is on the family's page",
        module="enquiries.family.status.comparison",
        old="(quote for quote in quote_request.quotes.all() if quote.released_at)",
        new="quote_request.quotes.all()",
        notices=(f"{STATUS}::test_a_quote_that_is_not_released_is_not_on_the_page",),
    ),
    Saboteur(
        name="an unreleased quote's letter",
        guarantee="the letter of an unreleased quote does not exist for the family",
        module="enquiries.rules.readable",
        old="quote_request__enquiry=enquiry, released_at__isnull=False",
        new="quote_request__enquiry=enquiry",
        notices=(f"{DECIDING}::test_the_letter_of_a_quote_not_released_does_not_exist_for_the_family",),
    ),
    Saboteur(
        name="a superseded quote chosen",
        guarantee="a quote that its hospital has replaced can't be chosen",
        module="enquiries.rules.choosing",
        old="if quote is None or quote.superseded_at is not None:",
        new="if quote is None:",
        notices=(f"{ANSWERING}::TestQuotes::test_a_revision_keeps_the_old_quote_and_is_checked_again",),
    ),
    Saboteur(
        name="a quote chosen after its day",
        guarantee="a quote that is not valid any more can't be chosen",
        module="enquiries.rules.choosing",
        old="    return quote.valid_until_on < today",
        new="    return False",
        notices=(f"{CHOOSING}::TestDeciding::test_a_quote_past_its_day_can_not_be_chosen",),
    ),
    Saboteur(
        name="two hospitals chosen",
        guarantee="a family chooses one hospital",
        module="enquiries.rules.choosing",
        old="    if chosen_already:",
        new="    if False:",
        notices=(f"{CHOOSING}::TestDeciding::test_only_one_hospital_can_be_chosen",),
    ),
    Saboteur(
        name="closed without a letter",
        guarantee="a family without a quote gets a letter before its enquiry is closed",
        module="enquiries.actions.coordinating",
        old="    if must_write and len(letter.split()) < 10:",
        new="    if False:",
        notices=(f"{ANSWERING}::TestDeclining::test_when_all_have_declined_nobody_closes_without_a_letter",),
    ),
    Saboteur(
        name="a withdrawn hospital's code",
        guarantee="a hospital that was withdrawn can't read any more",
        module="enquiries.actions.deciding",
        old="    codes.revoke(quote_request=quote_request)\n    workflow.move(",
        new="    workflow.move(",
        notices=(
            f"{CHOOSING}::TestWithdrawing::test_one_hospital_loses_its_code_its_consent_and_is_asked_to_delete",
        ),
    ),
    Saboteur(
        name="the codes of those who had answered",
        guarantee="once all is withdrawn no hospital holds a code, whatever it had answered",
        module="enquiries.actions.deciding",
        old="        else:\n            codes.revoke(quote_request=quote_request)\n",
        new="",
        notices=(f"{STAYS_OPEN}::test_withdrawing_everything_leaves_no_hospital_a_code",),
    ),
    Saboteur(
        name="a consent that outlives the withdrawal",
        guarantee="withdrawing a hospital takes back its consent",
        module="enquiries.actions.deciding",
        old=").update(withdrawn_at=now)",
        new=").update()",
        notices=(
            f"{CHOOSING}::TestWithdrawing::test_one_hospital_loses_its_code_its_consent_and_is_asked_to_delete",
        ),
    ),
)
