"""Saboteurs of clocks, and of what the family is told about time."""

from tests.saboteurs.saboteur import Saboteur

TICKING = "tests/enquiries/actions/test_ticking.py"
CLOCKS = "tests/enquiries/rules/test_clocks.py"
WHOSE = "tests/enquiries/rules/test_whose_clock.py"
WORDS = "tests/enquiries/family/status/test_words.py"
LATE = f"{WORDS}::test_an_answer_is_late_when_its_day_is_over_in_berlin_and_not_before"

SABOTEURS = (
    Saboteur(
        name="expiry after one reminder",
        guarantee="no request expires before its hospital was reminded twice",
        module="enquiries.actions.ticking",
        old="REMINDERS_BEFORE_EXPIRY = 2",
        new="REMINDERS_BEFORE_EXPIRY = 1",
        notices=(f"{TICKING}::test_an_unopened_request_is_reminded_twice_and_then_expires",),
    ),
    Saboteur(
        name="a hospital that was not told yet",
        guarantee="a hospital that knows of nothing is neither reminded nor said to be silent",
        module="enquiries.actions.ticking",
        old="            or quote_request.waits_for_hand_over\n",
        new="",
        notices=(
            f"{TICKING}::test_a_hospital_that_was_not_told_yet_is_neither_reminded_nor_said_to_be_silent",
        ),
    ),
    Saboteur(
        name="a family closed over its hospitals",
        guarantee="the clock closes no enquiry on which a hospital is at work",
        module="enquiries.actions.ticking",
        old="    if enquiry.requests.exclude(state__in=[RequestState.PENDING, *ENDED]).exists():",
        new="    if False:",
        notices=(f"{TICKING}::test_a_family_whose_hospitals_are_at_work_is_never_closed_by_the_clock",),
    ),
    Saboteur(
        name="expired in the hour of the answer",
        guarantee="an answer that comes late leaves the hospital time to read it",
        module="enquiries.actions.releasing",
        old="max(resumed, clocks.LATE_ANSWER.due(now, hospital=quote_request.hospital))",
        new="resumed",
        notices=(
            f"{TICKING}::test_an_answer_that_comes_late_leaves_the_hospital_two_working_days_to_read_it",
        ),
    ),
    Saboteur(
        name="an hour lost in spring",
        guarantee="the change of summer time moves no due time",
        module="enquiries.rules.working_time",
        old=(
            "    local = in_berlin(start)\n"
            "    return datetime.combine(local.date() + timedelta(days=days), local.time(), BERLIN)"
        ),
        new="    return start + timedelta(days=days)",
        notices=("tests/enquiries/rules/test_times_of_the_database.py",),
    ),
    Saboteur(
        name="two clocks with one setting",
        guarantee="a clock can be changed without changing another",
        module="enquiries.rules.clocks",
        old='_working("FOLLOW_UP_WORKING_DAYS")',
        new='_working("COORDINATOR_TASK_WORKING_DAYS")',
        notices=(f"{CLOCKS}::test_each_clock_has_a_name_and_a_setting_of_its_own",),
    ),
    Saboteur(
        name="two clocks with one time of the hospital's own",
        guarantee="each time of a hospital's own moves the clock that it names, and no other",
        module="enquiries.rules.clocks",
        old='_working("EXPIRY_WORKING_DAYS", "expiry_days")',
        new='_working("EXPIRY_WORKING_DAYS", "second_reminder_days")',
        notices=(f"{CLOCKS}::test_each_time_of_a_hospital_s_own_moves_exactly_one_clock",),
    ),
    Saboteur(
        name="expiry by the clock of a reminder",
        guarantee="none of the clocks serves two rules",
        module="enquiries.actions.ticking",
        old="clocks.EXPIRY.due(",
        new="clocks.SECOND_REMINDER.due(",
        notices=(WHOSE,),
    ),
    Saboteur(
        name="our turn by the clock of the first answer",
        guarantee="none of the clocks serves two rules",
        module="enquiries.rules.steps",
        old="clocks.OUR_TURN.due(since, urgent=enquiry.urgent)",
        new="clocks.FIRST_ANSWER.due(since, urgent=enquiry.urgent)",
        notices=(WHOSE,),
    ),
    Saboteur(
        name="a family told another clock",
        guarantee="a family is told the day that our worklist goes by",
        module="enquiries.family.status.words",
        old="clocks.FOLLOW_UP.due(",
        new="clocks.LATE_ANSWER.due(",
        notices=(WHOSE,),
    ),
    Saboteur(
        name="due on a holiday",
        guarantee="a hospital's answer is not due on a free day of its Land",
        module="enquiries.rules.clocks",
        old="return next_working_day(due, land_code=land_code) if hospital is not None else due",
        new="return due",
        notices=(f"{CLOCKS}::test_a_hospital_s_answer_due_on_a_free_day_moves_to_the_next_working_day",),
    ),
    Saboteur(
        name="due today said to be late, on top",
        guarantee="an answer is late when its day is over, and not before",
        module="enquiries.family.status.words",
        old="    if day_in_berlin(due_at) < today_in_berlin():",
        new="    if day_in_berlin(due_at) <= today_in_berlin():",
        notices=(LATE,),
    ),
    Saboteur(
        name="due today said to be late, on the card",
        guarantee="an answer is late when its day is over, and not before",
        module="enquiries.family.status.words",
        old="day_in_berlin(self.due_at) < today_in_berlin()",
        new="day_in_berlin(self.due_at) <= today_in_berlin()",
        notices=(LATE,),
    ),
    Saboteur(
        name="a declined hospital goes on",
        guarantee="nothing comes next for a hospital that declined",
        module="enquiries.family.status.words",
        old="    going_on = quote_request.state in UNDECIDED\n",
        new="    going_on = True\n",
        notices=(f"{WORDS}::test_a_hospital_that_declined_has_answered_and_nothing_comes_next",),
    ),
    Saboteur(
        name="a declined hospital that never answered",
        guarantee="a hospital that declined has answered",
        module="enquiries.family.status.words",
        old="bool(quotes) or quote_request.state == RequestState.DECLINED",
        new="bool(quotes)",
        notices=(f"{WORDS}::test_a_hospital_that_declined_has_answered_and_nothing_comes_next",),
    ),
    Saboteur(
        name="every enquiry in its own time",
        guarantee="untreated leukemia and signs of an emergency make an enquiry urgent",
        module="enquiries.actions.intake",
        old="    enquiry.urgent = is_urgent(enquiry)\n",
        new="",
        notices=(
            "tests/enquiries/actions/test_intake.py::"
            "test_an_untreated_leukemia_or_emergency_signs_make_an_enquiry_urgent",
        ),
    ),
)
