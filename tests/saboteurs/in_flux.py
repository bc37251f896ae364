"""Saboteurs of places whose words are being rewritten; to be looked at whenever those are."""

from tests.saboteurs.saboteur import Saboteur

AT_THE_DESK = "tests/enquiries/desk/test_two_at_once.py"
TWO_QUOTES = "tests/enquiries/clinic/test_two_quotes_at_once.py"
DECISIONS = "tests/enquiries/desk/test_decisions.py"

SABOTEURS = (
    Saboteur(
        name="no version check",
        guarantee="nobody overwrites what another coordinator did meanwhile",
        module="enquiries.desk.decisions.decision",
        old="            raise ChangedMeanwhile",
        new="            return",
        notices=(
            f"{DECISIONS}::test_the_second_of_two_coordinators_is_told_what_changed_and_keeps_what_was_typed",
        ),
    ),
    Saboteur(
        name="a version compared without the lock",
        guarantee="nobody overwrites what another coordinator does at the same moment",
        module="enquiries.desk.decisions.decision",
        old="        now = locked(self.enquiry.pk)\n",
        new="        now = Enquiry.objects.get(pk=self.enquiry.pk)\n",
        notices=(AT_THE_DESK,),
        postgres=True,
    ),
    Saboteur(
        name="a quote over another",
        guarantee="of two quotes at the same moment none replaces the other unseen",
        module="enquiries.clinic.quoting",
        old="            sent = already_sent(fresh, form)\n",
        new="            sent = None\n",
        notices=(TWO_QUOTES,),
    ),
)
