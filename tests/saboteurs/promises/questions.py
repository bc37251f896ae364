"""Saboteurs of the questions: that each answer is asked for, sealed, and read by those whom it is for."""

from tests.saboteurs.saboteur import Saboteur

ANSWER = "tests/enquiries/family/enquiry/test_every_answer.py"
AGE = "tests/enquiries/family/enquiry/test_age.py"
SEND = "tests/enquiries/family/enquiry/test_floods.py"
CLINIC = "tests/enquiries/clinic/test_request.py"
DECLARED = "tests/enquiries/sealing/test_declared.py"
READERS = "tests/enquiries/rules/test_readers.py"

SABOTEURS = (
    # sealed
    Saboteur(
        name="an answer in clear",
        guarantee="what tells of the patient is ciphertext in the database",
        module="enquiries.models.answers",
        old="    if not question.clear_because:",
        new="    if not question.clear_because and question.field != 'leukemia_type':",
        notices=(f"{DECLARED}::test_in_each_row_each_sealed_field_is_ciphertext",),
    ),
    Saboteur(
        name="an answer in clear, as its row says",
        guarantee="no slip in a question's row takes the seal from its answer",
        module="enquiries.words.questions.persons",
        old="        kind=One(Sex, columns=3),\n",
        new="        kind=One(Sex, columns=3),\n        clear_because='It is short.',\n",
        notices=("tests/enquiries/words/test_questions.py",),
    ),
    Saboteur(
        name="a note in clear",
        guarantee="what somebody wrote is ciphertext in the database",
        module="enquiries.models.enquiry",
        old='text = EncryptedTextField(pgettext_lazy("internal", "note"))',
        new='text = models.TextField(pgettext_lazy("internal", "note"))',
        notices=(f"{DECLARED}::test_what_is_said_of_a_field_is_what_its_class_does",),
    ),
    # read
    Saboteur(
        name="a question shown to nobody",
        guarantee="each answer is read by everybody whom its question names",
        module="enquiries.words.questions.readings",
        old=" if reading.part is part\n",
        new=" if reading.part is part and question.field != 'fit_to_travel'\n",
        notices=(f"{READERS}::test_the_coordinator_reads_each_answer",),
    ),
    Saboteur(
        name="an address told to every hospital",
        guarantee="only the hospital that a family has chosen reads how to reach it",
        module="enquiries.rules.disclosure",
        old="        if quote_request.state == RequestState.ACCEPTED:",
        new="        if True:",
        notices=(
            f"{READERS}::test_a_hospital_reads_what_the_question_gives_it_and_nothing_else",
            f"{ANSWER}::test_the_hospital_reads_it_or_must_not[email]",
        ),
    ),
    Saboteur(
        name="a section not shown before sending",
        guarantee="the family reads each of its answers before it sends them",
        module="enquiries.family.enquiry.summary",
        old="for part in Asked.ALL]",
        new="for part in Asked.ALL if part is not Asked.NOW]",
        notices=(f"{ANSWER}::test_the_family_reads_it_before_sending[fit_to_travel]",),
    ),
    Saboteur(
        name="a question not shown to the hospital",
        guarantee="the hospital reads each answer that is for it",
        module="enquiries.words.questions.persons",
        old='        hospital=Reading(_("Sex"), Sheet.PATIENT),\n',
        new="",
        notices=(f"{ANSWER}::test_the_hospital_reads_it_or_must_not[sex]",),
    ),
    Saboteur(
        name="a section not shown at the desk",
        guarantee="the coordinator reads each answer",
        module="enquiries.desk.page.answers",
        old="(Desk.PATIENT, Desk.ILLNESS, Desk.NOW)",
        new="(Desk.PATIENT, Desk.ILLNESS)",
        notices=(f"{ANSWER}::test_the_coordinator_reads_it[fit_to_travel]",),
    ),
    Saboteur(
        name="answers not on the page",
        guarantee="the family reads each of its answers before it sends them",
        template="enquiry/check.html",
        old='{% include "enquiry/_answers.html" %}',
        new="",
        notices=(f"{ANSWER}::test_the_family_reads_it_before_sending",),
    ),
    Saboteur(
        name="another hospital named",
        guarantee="a hospital never learns which others were asked",
        module="enquiries.rules.disclosure",
        old='        Line(_("Urgent"), urgent, place=60),\n',
        new=(
            '        Line(_("Urgent"), urgent, place=60),\n'
            '        Line("Asked", str([one.hospital for one in quote_request.enquiry.requests.all()]), 70),\n'
        ),
        notices=(f"{CLINIC}::test_a_hospital_never_sees_that_others_were_asked_or_what_they_said",),
    ),
    # asked
    Saboteur(
        name="18 in the month before",
        guarantee="in the month in which somebody turns 18 a parent may still write",
        module="enquiries.words.months",
        old="(1 if today.month <= last else 0)",
        new="(1 if today.month < last else 0)",
        notices=(AGE,),
    ),
    Saboteur(
        name="18 in the month after",
        guarantee="in the month in which somebody turns 18 the patient may already write",
        module="enquiries.words.months",
        old="(1 if today.month < first else 0)",
        new="(1 if today.month <= first else 0)",
        notices=(AGE,),
    ),
    Saboteur(
        name="a flood let through",
        guarantee="whoever floods the form has to wait",
        module="enquiries.family.enquiry.flood",
        old="        if not allow(scope=scope, key=key,",
        new="        if not scope and not allow(scope=scope, key=key,",
        notices=(f"{SEND}::test_too_many_from_one_connection_wait_and_keep_what_they_typed",),
    ),
)
