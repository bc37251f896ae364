"""Saboteurs of locks and of what is compared under them."""

from tests.saboteurs.saboteur import Saboteur

LETTERS = "tests/enquiries/documents/test_letters.py"
TWO_AT_ONCE = "tests/enquiries/actions/every/test_two_at_once.py"

SABOTEURS = (
    Saboteur(
        name="an enquiry that is not locked",
        guarantee="of two steps on one enquiry the second works on what the first has left",
        module="enquiries.rules.workflow",
        old="return Enquiry.objects.select_for_update().get(pk=enquiry_id)",
        new="return Enquiry.objects.get(pk=enquiry_id)",
        notices=(f"{TWO_AT_ONCE}::test_the_second_of_two_steps_waits_and_works_on_what_the_first_has_left",),
        postgres=True,
    ),
    Saboteur(
        name="a request that is not locked",
        guarantee="nothing writes to a request while a step on it is taken",
        module="enquiries.rules.workflow",
        old='QuoteRequest.objects.select_for_update(of=("self",))',
        new="QuoteRequest.objects",
        notices=(f"{TWO_AT_ONCE}::test_a_request_is_locked_with_its_enquiry",),
        postgres=True,
    ),
    Saboteur(
        name="a lock outside of a transaction",
        guarantee="an action opens its transaction before it locks, or says that it did not",
        module="enquiries.rules.workflow",
        old="    if not transaction.get_connection().in_atomic_block:\n        raise",
        new="    if False:\n        raise",
        notices=(f"{TWO_AT_ONCE}::test_nothing_is_locked_outside_of_a_transaction",),
    ),
    Saboteur(
        name="a file checked while the enquiry is locked",
        guarantee="nobody waits for seconds because a coordinator enters a quote with its letter",
        module="enquiries.desk.decisions.decision_page",
        old=(
            "                self.decision.at_hand(self.subject, form.cleaned_data, self.by) as typed,\n"
            "                transaction.atomic(),\n"
        ),
        new=(
            "                transaction.atomic(),\n"
            "                self.decision.at_hand(self.subject, form.cleaned_data, self.by) as typed,\n"
        ),
        notices=(f"{LETTERS}::test_no_file_is_worked_on_while_the_enquiry_is_locked[desk]",),
    ),
    Saboteur(
        name="a letter without its quote",
        guarantee="a hospital's letter is kept only with the quote it came with",
        module="enquiries.documents.letters",
        old="        let_go(letter)\n        raise\n",
        new="        raise\n",
        notices=(f"{LETTERS}::test_a_letter_goes_again_when_the_enquiry_was_changed_meanwhile",),
    ),
    Saboteur(
        name="a letter of a quote made before",
        guarantee="a form that is sent twice keeps one letter",
        module="enquiries.documents.letters",
        old="    if letter.pk is None:\n",
        new="    if False:\n",
        notices=(f"{LETTERS}::test_a_quote_that_the_same_form_has_made_meanwhile_keeps_one_letter",),
    ),
)
