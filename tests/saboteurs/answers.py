"""Saboteurs of who may read what."""

from tests.saboteurs.saboteur import Saboteur

DECLARED = "tests/enquiries/sealing/test_declared.py"
READERS = "tests/enquiries/rules/test_readers.py"

SABOTEURS = (
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
    Saboteur(
        name="a question shown to nobody",
        guarantee="each answer is read by everybody whom its question names",
        module="enquiries.words.questions.readings",
        old=" if reading.part is part\n",
        new=" if reading.part is part and question.field != 'fit_to_travel'\n",
        notices=(READERS,),
    ),
    Saboteur(
        name="an address told to every hospital",
        guarantee="only the hospital that a family has chosen reads how to reach it",
        module="enquiries.rules.disclosure",
        old='        if quote_request.state == "accepted":',
        new="        if True:",
        notices=(READERS,),
    ),
    Saboteur(
        name="an index that outlives its enquiry",
        guarantee="nothing by which somebody is found stays of an anonymized enquiry",
        module="enquiries.background.privacy",
        old="        if declared.blanked:",
        new="        if declared.blanked and name != 'email_index':",
        notices=(f"{DECLARED}::test_after_anonymizing_nothing_is_left_in_a_field_that_is_to_be_blank",),
    ),
)
