"""Saboteurs of locks and of what is compared under them."""

from tests.saboteurs.saboteur import Saboteur

TWO_AT_ONCE = "tests/enquiries/actions/test_two_at_once.py"

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
)
