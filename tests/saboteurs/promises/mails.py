"""Saboteurs of the outbox and of who is told."""

from tests.saboteurs.saboteur import Saboteur

OUTBOX = "tests/enquiries/background/test_outbox.py"
CLAIMS = "tests/enquiries/background/test_claims.py"
STEP = (
    "tests/enquiries/actions/every/test_one_transaction.py"
    "::test_a_step_is_one_transaction_with_its_events_and_its_mails"
)
STAYS_OPEN = "tests/enquiries/actions/test_what_stays_open.py"

SABOTEURS = (
    Saboteur(
        name="the fence is gone",
        guarantee="a worker that lost its lease cannot overwrite the other's outcome",
        module="enquiries.background.outbox",
        old="state=Notice.State.QUEUED, attempts=claim.attempt).update(",
        new="state=Notice.State.QUEUED).update(",
        notices=(f"{CLAIMS}::test_a_worker_that_lost_its_lease_leaves_the_mail_to_the_one_that_has_it_now",),
    ),
    Saboteur(
        name="an outcome written over another",
        guarantee="what was sent stays sent, whatever a slow worker says afterwards",
        module="enquiries.background.outbox",
        old="pk=claim.notice.pk, state=Notice.State.QUEUED, attempts=claim.attempt).update(",
        new="pk=claim.notice.pk).update(",
        notices=(f"{OUTBOX}::test_a_worker_that_lost_its_lease_can_not_overwrite_the_other_s_outcome",),
    ),
    Saboteur(
        name="a claim that asks nobody",
        guarantee="a mail is claimed by one worker",
        module="enquiries.background.outbox",
        old="pk=pk, state=Notice.State.QUEUED, due_at__lte=now, attempts=attempts\n",
        new="pk=pk\n",
        notices=(f"{CLAIMS}::test_who_is_overtaken_between_looking_and_claiming_takes_the_next_mail",),
    ),
    Saboteur(
        name="sent before it is sent",
        guarantee="a mail whose worker was killed is sent again",
        module="enquiries.background.outbox",
        old="        _send(mail, notice)\n",
        new=(
            "        one = Notice.objects.filter(pk=notice.pk)\n"
            "        one.update(state=Notice.State.SENT, sent_at=timezone.now())\n"
            "        try:\n"
            "            _send(mail, notice)\n"
            "        finally:\n"
            "            one.update(state=Notice.State.QUEUED, sent_at=None)\n"
        ),
        notices=(f"{CLAIMS}::test_while_a_mail_is_being_sent_it_does_not_count_as_sent",),
    ),
    Saboteur(
        name="another number for the same mail",
        guarantee="a mail sent twice has one Message-ID",
        module="enquiries.background.outbox",
        old='f"<{notice.uid}@',
        new='f"<{notice.uid}.{notice.attempts}@',
        notices=(
            f"{OUTBOX}::test_a_worker_killed_between_the_server_s_yes_and_our_mark_sends_again_within_two_minutes",
        ),
    ),
    Saboteur(
        name="a mail outside of its transaction",
        guarantee="a mail is queued only with what it tells of",
        module="enquiries.rules.notices",
        old="    if not transaction.get_connection().in_atomic_block:\n        raise",
        new="    if False:\n        raise",
        notices=(f"{OUTBOX}::test_a_notice_can_only_be_queued_inside_the_transaction_that_causes_it",),
    ),
    Saboteur(
        name="an event without its mails",
        guarantee="who has to be told of an event is told",
        module="enquiries.rules.workflow",
        old="    notices.queue(event, enquiry=enquiry, quote_request=quote_request)\n",
        new="",
        notices=(f"{STEP}[take]", f"{STEP}[ask]"),
    ),
    Saboteur(
        name="a reader forgotten",
        guarantee="a family is told that a hospital declined",
        module="enquiries.rules.notices",
        old="Occurrence.DECLINED: (COORDINATORS, FAMILY)",
        new="Occurrence.DECLINED: (COORDINATORS,)",
        notices=(f"{STEP}[decline]",),
    ),
    Saboteur(
        name="a step without its event",
        guarantee="each step leaves its event",
        module="enquiries.actions.coordinating",
        old="    workflow.happened(enquiry, Occurrence.TAKEN, by=by)\n",
        new="    workflow.settle(enquiry)\n",
        notices=(f"{STEP}[take]",),
    ),
    Saboteur(
        name="own act mailed to its author",
        guarantee="coordinators get no mail of what a coordinator did",
        module="enquiries.rules.notices",
        old="    if audience == COORDINATORS and event.actor == ActorKind.COORDINATOR:\n        return False\n",
        new="",
        notices=(f"{STEP}[quote by a coordinator]",),
    ),
    Saboteur(
        name="a hospital told of its own letter",
        guarantee="only a family's document is news for the coordinators",
        module="enquiries.rules.notices",
        old="event.kind == Occurrence.DOCUMENT_ADDED and event.actor != ActorKind.FAMILY",
        new="False",
        notices=(f"{STEP}[add_document by a hospital]",),
    ),
    Saboteur(
        name="a mail for each message",
        guarantee="whoever writes often does not hold up everyone's mail",
        module="enquiries.rules.notices",
        old="    if event.kind not in SAID_ONCE:",
        new="    if True:",
        notices=(
            f"{STAYS_OPEN}::test_many_messages_of_one_family_are_one_mail_to_the_coordinators_until_it_is_sent",
        ),
    ),
    Saboteur(
        name="a mail for spam",
        guarantee="an address that may not be the sender's gets no mail",
        module="enquiries.rules.notices",
        old="SILENT_CLOSINGS = frozenset({ClosedReason.SPAM})",
        new="SILENT_CLOSINGS = frozenset()",
        notices=(f"{STEP}[close as spam]",),
    ),
    Saboteur(
        name="a mail to a hospital that takes none",
        guarantee="a hospital with its own form gets no mail of ours",
        module="enquiries.rules.notices",
        old="        and quote_request.channel == Hospital.Channel.PORTAL\n",
        new="",
        notices=(f"{STEP}[hand_over]", "tests/enquiries/actions/test_releasing.py::TestRelease"),
    ),
    Saboteur(
        name="a hospital that never had it is told",
        guarantee="a hospital hears nothing of a request that was not sent to it",
        module="enquiries.rules.notices",
        old="        and quote_request.sent_at is not None\n",
        new="",
        notices=(f"{STEP}[withdraw_all]",),
    ),
    Saboteur(
        name="the chosen hospital's code",
        guarantee="the chosen hospital gets a fresh code with the news",
        module="enquiries.rules.notices",
        old="        Occurrence.REOPENED,\n        Occurrence.ACCEPTED,\n",
        new="        Occurrence.REOPENED,\n",
        notices=("tests/enquiries/actions/every/test_fresh_codes.py",),
    ),
    Saboteur(
        name="a dead code in a mail",
        guarantee="a mail whose code was replaced meanwhile is not sent with it",
        module="enquiries.background.mails",
        old="and notice.audience == Notice.Audience.HOSPITAL",
        new="and False",
        notices=(f"{OUTBOX}::test_a_mail_whose_code_was_replaced_meanwhile_is_not_sent_with_it",),
    ),
    Saboteur(
        name="a code before the #",
        guarantee="a code travels in the fragment, which no server sees",
        module="enquiries.background.mails",
        old='(f"#{code}" if code else "")',
        new='(f"?code={code}" if code else "")',
        notices=("tests/enquiries/background/test_links_in_mails.py",),
    ),
    Saboteur(
        name="a name in a mail",
        guarantee="no mail holds anything personal",
        module="enquiries.background.mails",
        old='"site_url": settings.SITE_URL,',
        new='"site_url": settings.SITE_URL + enquiry.family_name,',
        notices=(f"{OUTBOX}::test_no_mail_holds_anything_personal_and_its_code_is_in_the_fragment_only",),
    ),
)
