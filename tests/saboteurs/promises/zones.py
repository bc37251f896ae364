"""Saboteurs of the two personal zones: who is let in, for how long, and what opening a page does."""

from tests.saboteurs.saboteur import Saboteur

DOOR = "tests/enquiries/entry/test_door.py"
VISITS = "tests/enquiries/entry/test_visits.py"
CLINIC = "tests/enquiries/clinic/test_request.py"
STAYS_OPEN = "tests/enquiries/actions/test_what_stays_open.py"
DECIDING = "tests/enquiries/family/status/test_decisions.py"

SABOTEURS = (
    Saboteur(
        name="let in without a code",
        guarantee="nobody is in a zone without a code of their own",
        module="enquiries.entry.door",
        old="        code = code or zones.current_code(request, self.purpose)\n",
        new="        code = code or AccessCode.objects.filter(purpose=self.purpose).last()\n",
        notices=(f"{DOOR}::test_the_right_code_opens_and_a_wrong_one_says_only_that_it_does_not_fit",),
    ),
    Saboteur(
        name="a page inside that asks nobody in",
        guarantee="each page of a zone is for who has a good visit",
        module="enquiries.entry.door",
        old="            return login_not_required(never_cache(guarded))",
        new=(
            "            if not keeps:\n"
            "                newest = AccessCode.objects.filter(purpose=self.purpose).order_by\n"
            "                return login_not_required(\n"
            "                    lambda request, *which, **more: view(\n"
            "                        request, self.opens(newest('pk').last()), *which, **more\n"
            "                    )\n"
            "                )\n"
            "            return login_not_required(never_cache(guarded))"
        ),
        notices=(f"{DOOR}::test_a_code_that_ends_ends_the_visits_it_had_opened",),
    ),
    Saboteur(
        name="what was typed thrown away",
        guarantee="what was typed into a visit that ended meanwhile is not lost",
        module="enquiries.entry.door",
        old='if request.method == "POST" and keeps and',
        new='if request.method == "PUT" and keeps and',
        notices=(f"{DOOR}::test_what_was_typed_when_the_visit_ended_waits_at_the_door_and_goes_on",),
    ),
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
        old="    if hospital_may_read(quote_request):\n        record_access(",
        new=(
            "    answering.open_request(quote_request=quote_request, by=Actor.hospital(quote_request))\n"
            "    if hospital_may_read(quote_request):\n        record_access("
        ),
        notices=(f"{VISITS}::test_looking_again_acknowledges_nothing",),
    ),
    Saboteur(
        name="read after the end",
        guarantee="once nothing is left to answer the patient is not shown any more",
        module="enquiries.rules.readable",
        old="    return quote_request.enquiry.is_open and quote_request.state in WITH_HOSPITAL",
        new="    return True",
        notices=(f"{CLINIC}::test_once_nothing_is_left_to_answer_the_patient_is_not_shown_any_more",),
    ),
    Saboteur(
        name="answers read after the end",
        guarantee="what was passed on is not shown once nothing is left to answer",
        module="enquiries.clinic.pages",
        old="list(Message.objects.for_hospital(quote_request)) if may_read else []",
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
        old="if not code.by_mail or code.enquiry.address_confirmed_at is not None:",
        new="if code.enquiry.address_confirmed_at is not None:",
        notices=(
            "tests/enquiries/family/status/test_entry.py::"
            "test_the_receipts_code_opens_the_enquiry_and_asks_for_the_mails",
        ),
    ),
)
