"""Saboteurs of places whose words are being rewritten: the doors, the hospital's pages, the decisions."""

from tests.saboteurs.saboteur import Saboteur

AT_THE_DESK = "tests/enquiries/desk/test_two_at_once.py"
TWO_QUOTES = "tests/enquiries/clinic/test_two_quotes_at_once.py"
VISITS = "tests/enquiries/entry/test_visits.py"
CLINIC = "tests/enquiries/clinic/test_request.py"
STAYS_OPEN = "tests/enquiries/actions/test_what_stays_open.py"
DECIDING = "tests/enquiries/family/status/test_decisions.py"
DESK_ACCESS = "tests/enquiries/desk/test_access.py"
NOT_UNDER_THIS_ONE = "test_another_enquirys_request_message_or_mail_is_not_found_under_this_one"
WHOSE_ROWS = "tests/enquiries/desk/test_whose_rows.py"
DECISIONS = "tests/enquiries/desk/test_decisions.py"

SABOTEURS = (
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
    # desk/decisions
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
        notices=(f"{DESK_ACCESS}::{NOT_UNDER_THIS_ONE}",),
    ),
    Saboteur(
        name="another enquiry's mail sent again",
        guarantee="a mail is found under its own enquiry only",
        module="enquiries.desk.decisions.subjects",
        old="get_object_or_404(enquiry.notices.select_related",
        new="get_object_or_404(Notice.objects.select_related",
        notices=(f"{DESK_ACCESS}::{NOT_UNDER_THIS_ONE}",),
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
        notices=(f"{DESK_ACCESS}::test_opening_a_decision_changes_nothing_but_the_log_of_who_read",),
    ),
    Saboteur(
        name="a quote released unlooked",
        guarantee="a revision that nobody looked at is not released",
        module="enquiries.actions.releasing",
        old="    if revision != str(quote.revision):",
        new="    if False:",
        notices=(
            "tests/enquiries/desk/test_quotes.py::test_a_revision_that_nobody_looked_at_is_not_released",
        ),
    ),
    # entry/zones, clinic
    Saboteur(
        name="a visit that outlives its code",
        guarantee="a new code ends the visits of the one before",
        module="enquiries.entry.zones",
        old="    codes = AccessCode.objects.usable().filter(purpose=purpose)",
        new="    codes = AccessCode.objects.filter(purpose=purpose)",
        notices=(f"{VISITS}::test_a_new_code_ends_the_visits_of_the_one_before",),
    ),
    Saboteur(
        name="a visit without an end",
        guarantee="half an hour without a step ends a visit",
        module="enquiries.entry.zones",
        old='now - entry["seen"] > idle.total_seconds() or ',
        new="",
        notices=(f"{VISITS}::test_half_an_hour_without_a_step_ends_a_visit",),
    ),
    Saboteur(
        name="a busy visit without an end",
        guarantee="after eight hours a visit ends",
        module="enquiries.entry.zones",
        old=' or now - entry["entered"] > absolute.total_seconds()',
        new="",
        notices=(f"{VISITS}::test_after_eight_hours_a_visit_ends_however_busy_it_was",),
    ),
    Saboteur(
        name="the newest code of anybody",
        guarantee="a visit opens the request of its own code",
        module="enquiries.entry.zones",
        old='        .filter(pk=entry["code"])\n        .first()',
        new='        .order_by("-pk")\n        .first()',
        notices=(f"{VISITS}::test_each_visit_opens_its_own_and_nothing_of_another",),
    ),
    Saboteur(
        name="a known session",
        guarantee="a visit begins under a new session key",
        module="enquiries.entry.zones",
        old="    now = int(time.time())\n    request.session.cycle_key()\n",
        new="    now = int(time.time())\n",
        notices=(f"{VISITS}::test_a_visit_begins_under_a_new_key_of_its_session",),
    ),
    Saboteur(
        name="opened by a link scanner",
        guarantee="opening the link alone acknowledges nothing",
        module="enquiries.clinic.request_views",
        old="    quote_request = own(request)\n    if readable(quote_request):\n",
        new=(
            "    quote_request = own(request)\n"
            "    answering.open_request(quote_request=quote_request, by=Actor.hospital(quote_request))\n"
            "    if readable(quote_request):\n"
        ),
        notices=(f"{VISITS}::test_looking_again_acknowledges_nothing",),
    ),
    Saboteur(
        name="read after the end",
        guarantee="once nothing is left to answer the patient is not shown any more",
        module="enquiries.clinic.pages",
        old="    return quote_request.enquiry.is_open and quote_request.state in WITH_HOSPITAL",
        new="    return True",
        notices=(f"{CLINIC}::test_once_nothing_is_left_to_answer_the_patient_is_not_shown_any_more",),
    ),
    Saboteur(
        name="answers read after the end",
        guarantee="what was passed on is not shown once nothing is left to answer",
        module="enquiries.clinic.pages",
        old="list(Message.objects.for_hospital(quote_request)) if readable(quote_request) else []",
        new="list(Message.objects.for_hospital(quote_request))",
        notices=(f"{STAYS_OPEN}::test_what_was_passed_on_is_not_shown_once_nothing_is_left_to_answer",),
    ),
    Saboteur(
        name="a reading that is not noted",
        guarantee="each reading of a hospital is on record",
        module="enquiries.clinic.request_views",
        old='            what="request",\n            quote_request=quote_request,\n        )\n    return',
        new='            what="request",\n            quote_request=quote_request,\n        ).delete()\n    return',
        notices=(f"{CLINIC}::test_each_reading_is_noted",),
    ),
    Saboteur(
        name="a quote begun for another request",
        guarantee="a form of another request is refused",
        module="enquiries.clinic.quoting",
        old='    if form.cleaned_data["reference"] != quote_request.reference:',
        new="    if False:",
        notices=("tests/enquiries/clinic/test_quote.py::test_a_form_of_another_request_is_refused",),
    ),
    # family/status
    Saboteur(
        name="a quote chosen unread",
        guarantee="a quote that was revised since the family looked is not chosen",
        module="enquiries.family.status.decisions",
        old="    if released is not None and released.revision != revision:",
        new="    if False:",
        notices=(f"{DECIDING}::test_a_quote_revised_since_the_family_looked_is_not_chosen_unread",),
    ),
    Saboteur(
        name="withdrawn by looking",
        guarantee="looking at the page that withdraws changes nothing",
        module="enquiries.family.status.decisions",
        old='    if request.method != "POST":\n        return render(request, "status/withdraw_all.html", context)',
        new='    if request.method == "PUT":\n        return render(request, "status/withdraw_all.html", context)',
        notices=(f"{DECIDING}::test_looking_changes_nothing",),
    ),
    Saboteur(
        name="confirmed by the receipt",
        guarantee="only who reads our mail confirms its address",
        module="enquiries.family.status.entry",
        old="if not access.by_mail or access.enquiry.address_confirmed_at is not None:",
        new="if access.enquiry.address_confirmed_at is not None:",
        notices=(
            "tests/enquiries/family/status/test_entry.py::"
            "test_the_receipts_code_opens_the_enquiry_and_asks_for_the_mails",
        ),
    ),
)
