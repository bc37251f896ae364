"""Saboteurs of consent and of the authority to act for another."""

from tests.saboteurs.saboteur import Saboteur

SEND = "tests/enquiries/family/enquiry/test_consent_boxes.py"

SABOTEURS = (
    Saboteur(
        name="no statement of authority",
        guarantee="whoever writes for another states by what right",
        module="enquiries.rules.consents",
        old="        consent_texts.authority_statement(writer=writer, authority=authority),\n",
        new='        "",\n',
        notices=(f"{SEND}::test_whoever_writes_for_another_states_the_right_to",),
    ),
    Saboteur(
        name="a statement not kept",
        guarantee="the words by which somebody stated the right to act are kept",
        module="enquiries.family.enquiry.consent_form",
        old="        mine = [self.asked.authority] if self.asked.authority else []\n",
        new="        mine = []\n",
        notices=(f"{SEND}::test_what_was_shown_is_word_for_word_what_is_kept",),
    ),
    Saboteur(
        name="a box that need not be ticked",
        guarantee="without its consent nothing is sent",
        module="enquiries.family.enquiry.consent_form",
        old="required=bool(missing)",
        new="required=False",
        notices=(f"{SEND}::test_without_its_consent_nothing_is_sent_and_everything_is_kept",),
    ),
    Saboteur(
        name="a box ticked beforehand",
        guarantee="no box is ticked beforehand",
        module="enquiries.family.enquiry.consent_form",
        old="super().__init__(label=statement, ",
        new="super().__init__(label=statement, initial=True, ",
        notices=(f"{SEND}::test_no_box_is_ticked_beforehand",),
    ),
    Saboteur(
        name="all hospitals agreed to",
        guarantee="a hospital without its box gets nothing",
        module="enquiries.family.enquiry.consent_form",
        old="for hospital, one in pairs if answers.get(self.name_of(hospital))]",
        new="for hospital, one in pairs]",
        notices=(f"{SEND}::test_a_hospital_without_its_box_gets_nothing",),
    ),
)
