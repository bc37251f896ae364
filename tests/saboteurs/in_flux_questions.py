"""Saboteurs of places whose words are being rewritten: the questions, the consent form, templates."""

from tests.saboteurs.saboteur import Saboteur

ANSWER = "tests/enquiries/family/enquiry/test_every_answer.py"
AGE = "tests/enquiries/family/enquiry/test_age.py"
CONSENT = "tests/enquiries/family/enquiry/test_consent_boxes.py"
FLOODS = "tests/enquiries/family/enquiry/test_floods.py"
CLINIC = "tests/enquiries/clinic/test_request.py"
CLEAR = "tests/enquiries/sealing/test_sealing.py::test_nothing_personal_stands_in_the_database_in_clear"

SABOTEURS = (
    # questions
    Saboteur(
        name="a question not shown before sending",
        guarantee="the family reads each of its answers before it sends them",
        module="enquiries.family.enquiry.summary",
        old='        (_("Can travel, a doctor thinks"), choices.label(yes_no, answers["fit_to_travel"])),\n',
        new="",
        notices=(f"{ANSWER}::test_the_family_reads_it_before_sending[fit_to_travel]",),
    ),
    Saboteur(
        name="a question not shown to the hospital",
        guarantee="the hospital reads each answer that is for it",
        module="enquiries.rules.disclosure",
        old='            (_("Sex"), choices.label(choices.Sex, enquiry.sex)),\n',
        new="",
        notices=(f"{ANSWER}::test_the_hospital_reads_it_or_must_not[sex]",),
    ),
    Saboteur(
        name="a question not shown at the desk",
        guarantee="the coordinator reads each answer",
        module="enquiries.desk.page.answers",
        old='        (_("Best time to call"), enquiry.phone_when),\n',
        new="",
        notices=(f"{ANSWER}::test_the_coordinator_reads_it[phone_when]",),
    ),
    Saboteur(
        name="an address disclosed",
        guarantee="how to reach the family is for the hospital that it has chosen",
        module="enquiries.rules.disclosure",
        old='    if quote_request.state != "accepted":',
        new="    if False:",
        notices=(f"{ANSWER}::test_the_hospital_reads_it_or_must_not[email]",),
    ),
    Saboteur(
        name="another hospital named",
        guarantee="a hospital never learns which others were asked",
        module="enquiries.rules.disclosure",
        old='            (_("Name"), enquiry.full_name),\n',
        new=(
            '            (_("Name"), enquiry.full_name),\n'
            '            (_("Asked"), [str(one.hospital) for one in enquiry.requests.all()]),\n'
        ),
        notices=(f"{CLINIC}::test_a_hospital_never_sees_that_others_were_asked_or_what_they_said",),
    ),
    Saboteur(
        name="an answer in clear",
        guarantee="what tells who is ill, or of what, is ciphertext in the database",
        module="enquiries.models.enquiry",
        old="    phone = EncryptedTextField(",
        new="    phone = models.TextField(",
        notices=(CLEAR,),
    ),
    Saboteur(
        name="a new sealed field forgotten",
        guarantee="of an enquiry past its time no sealed field is left",
        module="enquiries.background.privacy",
        old="        if isinstance(field, EncryptedTextField):",
        new='        if isinstance(field, EncryptedTextField) and field.name != "sex":',
        notices=(
            "tests/enquiries/background/test_privacy.py::test_no_ciphertext_of_it_is_left_in_any_table",
        ),
    ),
    Saboteur(
        name="18 in the month before",
        guarantee="in the month in which somebody turns 18 a parent may still write",
        module="enquiries.family.enquiry.fields",
        old="(1 if today.month <= last else 0)",
        new="(1 if today.month < last else 0)",
        notices=(AGE,),
    ),
    Saboteur(
        name="18 in the month after",
        guarantee="in the month in which somebody turns 18 the patient may already write",
        module="enquiries.family.enquiry.fields",
        old="(1 if today.month < first else 0)",
        new="(1 if today.month <= first else 0)",
        notices=(AGE,),
    ),
    Saboteur(
        name="no statement of authority",
        guarantee="whoever writes for another states by what right",
        module="enquiries.family.enquiry.consent_form",
        old="        if statement := consent_texts.authority_statement(writer=writer, authority=authority):",
        new='        if statement := "":',
        notices=(f"{CONSENT}::test_whoever_writes_for_another_states_the_right_to",),
    ),
    Saboteur(
        name="a statement not kept",
        guarantee="the words by which somebody stated the right to act are kept",
        module="enquiries.rules.consents",
        old="        given.append(ConsentGiven(purpose.AUTHORITY, statement))\n",
        new="        pass\n",
        notices=(f"{CONSENT}::test_what_was_shown_is_word_for_word_what_is_kept",),
    ),
    Saboteur(
        name="a box that need not be ticked",
        guarantee="without its consent nothing is sent",
        module="enquiries.family.enquiry.consent_form",
        old="required=bool(missing)",
        new="required=False",
        notices=(f"{CONSENT}::test_without_its_consent_nothing_is_sent_and_everything_is_kept",),
    ),
    Saboteur(
        name="all hospitals agreed to",
        guarantee="a hospital without its box gets nothing",
        module="enquiries.family.enquiry.consent_form",
        old="if self.cleaned_data.get(self.name_of(hospital))]",
        new="]",
        notices=(f"{CONSENT}::test_a_hospital_without_its_box_gets_nothing",),
    ),
    Saboteur(
        name="a flood let through",
        guarantee="whoever floods the form has to wait",
        module="enquiries.family.enquiry.views",
        old="        if not allow(scope=scope, key=key,",
        new="        if not scope and not allow(scope=scope, key=key,",
        notices=(f"{FLOODS}::test_too_many_from_one_connection_wait_and_keep_what_they_typed",),
    ),
    # templates
    Saboteur(
        name="a box ticked beforehand",
        guarantee="no box is ticked beforehand",
        module="enquiries.family.enquiry.consent_form",
        old="super().__init__(label=statement, ",
        new="super().__init__(label=statement, initial=True, ",
        notices=(f"{CONSENT}::test_no_box_is_ticked_beforehand",),
    ),
    Saboteur(
        name="answers not on the page",
        guarantee="the family reads each of its answers before it sends them",
        template="enquiry/check.html",
        old='{% include "enquiry/_answers.html" %}',
        new="",
        notices=(f"{ANSWER}::test_the_family_reads_it_before_sending",),
    ),
)
