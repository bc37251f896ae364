"""Saboteurs of whose row it is: a family's and a hospital's own, and nobody else's."""

from tests.saboteurs.saboteur import Saboteur

CLINIC = "tests/enquiries/clinic/test_request.py"
DECIDING = "tests/enquiries/family/status/test_decisions.py"
ANSWERING = "tests/enquiries/actions/test_answering.py"
CHOOSING = "tests/enquiries/actions/test_deciding.py"
DOCUMENTS = "tests/enquiries/documents/test_documents.py"

SABOTEURS = (
    Saboteur(
        name="another hospital's answer",
        guarantee="a hospital reads what was passed on to it, and nothing that was passed on to another",
        module="enquiries.models.message",
        old="return self.filter(quote_request=quote_request).filter(",
        new="return self.filter(",
        notices=(f"{CLINIC}::test_the_answer_passed_on_is_read_by_this_hospital_only",),
    ),
    Saboteur(
        name="a family's words unpassed",
        guarantee="a hospital reads what a family wrote only once it was passed on",
        module="enquiries.models.message",
        old="models.Q(author=ActorKind.HOSPITAL) | models.Q(to_hospital_at__isnull=False)",
        new="models.Q()",
        notices=(
            f"{ANSWERING}::TestQuestions::test_the_hospital_reads_nothing_the_family_wrote_until_passed_on",
        ),
    ),
    Saboteur(
        name="a hospital's words unpassed",
        guarantee="a family reads what a hospital wrote only once it was passed on",
        module="enquiries.models.message",
        old="self.filter(models.Q(author=ActorKind.FAMILY) | models.Q(to_family_at__isnull=False))",
        new="self.all()",
        notices=(f"{ANSWERING}::TestQuestions::test_the_family_reads_a_question_only_when_passed_on",),
    ),
    Saboteur(
        name="another family's document",
        guarantee="a family reads its own documents only",
        module="enquiries.rules.readable",
        old="Document.objects.filter(enquiry=enquiry)",
        new="Document.objects",
        notices=(f"{DECIDING}::test_a_document_is_added_and_read_again_by_its_own_family_only",),
    ),
    Saboteur(
        name="another family decides",
        guarantee="a family decides on its own requests only",
        module="enquiries.rules.workflow",
        old="        return by.enquiry_id == quote_request.enquiry_id",
        new="        return True",
        notices=(f"{CHOOSING}::TestDeciding::test_another_family_can_decide_nothing_here",),
    ),
    Saboteur(
        name="another family writes",
        guarantee="a family writes on its own enquiry only",
        module="enquiries.actions.deciding",
        old="    if by.enquiry_id != enquiry.pk:\n",
        new="    if False:\n",
        notices=("tests/enquiries/actions/every/test_whose_enquiry.py",),
    ),
    Saboteur(
        name="a message on another's request",
        guarantee="a family's message hangs on its own requests only",
        module="enquiries.actions.deciding",
        old="    if quote_request is not None and quote_request.enquiry_id != enquiry.pk:",
        new="    if False:",
        notices=("tests/enquiries/actions/every/test_whose_enquiry.py",),
    ),
    Saboteur(
        name="another family withdraws everything",
        guarantee="a family withdraws its own enquiry only",
        module="enquiries.actions.deciding",
        old="    if by.enquiry_id != enquiry.pk and by.user is None:",
        new="    if False:",
        notices=("tests/enquiries/actions/every/test_whose_enquiry.py",),
    ),
    Saboteur(
        name="another hospital answers",
        guarantee="a hospital answers its own request only",
        module="enquiries.rules.workflow",
        old="        return by.quote_request_id == quote_request.pk",
        new="        return True",
        notices=("tests/enquiries/actions/every/test_whose_enquiry.py",),
    ),
    Saboteur(
        name="a document for another",
        guarantee="a family adds documents to its own enquiry only",
        module="enquiries.documents.keeping",
        old="        return quote_request is None and by.enquiry_id == enquiry.pk",
        new="        return True",
        notices=(f"{DOCUMENTS}::test_nobody_adds_what_is_not_theirs",),
    ),
)
