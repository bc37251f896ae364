"""Saboteurs of what a coordinator decides: who may, on what, and on what was seen."""

from tests.saboteurs.saboteur import Saboteur

AT_ONCE = "tests/enquiries/desk/test_two_at_once.py"
ACCESS = "tests/enquiries/desk/test_access.py"
NOT_UNDER_THIS_ONE = "test_another_enquirys_request_message_or_mail_is_not_found_under_this_one"
WHOSE_ROWS = "tests/enquiries/desk/test_whose_rows.py"
DECISIONS = "tests/enquiries/desk/test_decisions.py"
ROWS = "tests/enquiries/desk/test_table.py"

SABOTEURS = (
    Saboteur(
        name="a permission that is not asked",
        guarantee="only coordinators decide on an enquiry",
        module="enquiries.desk.decisions.decision_page",
        old="        check_user_can_decide(request.user, self.decision.permission)\n",
        new="",
        notices=(f"{ROWS}::test_who_may_look_at_enquiries_but_not_act_is_refused_each_of_them",),
    ),
    Saboteur(
        name="one permission for all decisions",
        guarantee="a decision is for those who hold the permission that its row names",
        module="enquiries.desk.decisions.decision_page",
        old="request.user, self.decision.permission)",
        new='request.user, "enquiries.triage_enquiry")',
        notices=(f"{ROWS}::test_it_is_the_row_s_own_permission_that_is_asked",),
    ),
    Saboteur(
        name="a decision on a page that is stale",
        guarantee="each decision goes by what its author saw, but for the few that say otherwise",
        module="enquiries.desk.decisions.decision_page",
        old="if self.decision.checks_version and ",
        new="if not self.decision.does and self.decision.checks_version and ",
        notices=(f"{ROWS}::test_a_stale_page_does_nothing_and_keeps_what_was_typed",),
    ),
    Saboteur(
        name="no version check",
        guarantee="nobody overwrites what another coordinator did meanwhile",
        module="enquiries.desk.decisions.decision_page",
        old="            raise ChangedMeanwhile",
        new="            return",
        notices=(
            f"{DECISIONS}::test_the_second_of_two_coordinators_is_told_what_changed_and_keeps_what_was_typed",
        ),
    ),
    Saboteur(
        name="a version compared without the lock",
        guarantee="nobody overwrites what another coordinator does at the same moment",
        module="enquiries.desk.decisions.decision_page",
        old="        now = locked(self.enquiry.pk)\n",
        new="        now = Enquiry.objects.get(pk=self.enquiry.pk)\n",
        notices=(AT_ONCE,),
        postgres=True,
    ),
    Saboteur(
        name="a version that counts for nothing",
        guarantee="a form that does not say what it saw decides nothing",
        module="enquiries.desk.decisions.conflict",
        old="            return cls(-1, 0)",
        new="            return cls(1, 0)",
        notices=(f"{DECISIONS}::test_a_form_that_does_not_say_what_it_saw_decides_nothing",),
    ),
    Saboteur(
        name="another enquiry's request decided on",
        guarantee="a request is found under its own enquiry only",
        module="enquiries.desk.decisions.subjects",
        old='requests = enquiry.requests.select_related("hospital")',
        new='requests = QuoteRequest.objects.select_related("hospital")',
        notices=(f"{ACCESS}::{NOT_UNDER_THIS_ONE}",),
    ),
    Saboteur(
        name="another enquiry's mail sent again",
        guarantee="a mail is found under its own enquiry only",
        module="enquiries.desk.decisions.subjects",
        old="get_object_or_404(enquiry.notices.select_related",
        new="get_object_or_404(Notice.objects.select_related",
        notices=(f"{ACCESS}::{NOT_UNDER_THIS_ONE}",),
    ),
    Saboteur(
        name="another enquiry's message dealt with",
        guarantee="a message is found under its own enquiry only",
        module="enquiries.desk.decisions.subjects",
        old="get_object_or_404(enquiry.messages.select_related",
        new="get_object_or_404(Message.objects.select_related",
        notices=(f"{WHOSE_ROWS}",),
    ),
    Saboteur(
        name="a decision taken by looking",
        guarantee="opening a decision's page decides nothing",
        module="enquiries.desk.decisions.decision_page",
        old="        return self.page(self.make_form())\n\n    def post",
        new=(
            "        self.decision.action(self.subject, {}, self.by)\n"
            "        return self.page(self.make_form())\n\n    def post"
        ),
        notices=(f"{ACCESS}::test_opening_a_decision_changes_nothing_but_the_log_of_who_read",),
    ),
)
