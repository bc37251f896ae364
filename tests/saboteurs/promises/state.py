"""Saboteurs of transactions, of the table of steps and of the versions."""

from tests.saboteurs.saboteur import Saboteur

STEP = (
    "tests/enquiries/actions/every/test_one_transaction.py"
    "::test_a_step_is_one_transaction_with_its_events_and_its_mails"
)
INTAKE = "tests/enquiries/actions/test_intake.py"
TABLE = (
    "tests/enquiries/rules/test_workflow_table.py::"
    "test_only_the_steps_of_the_table_are_possible_and_only_for_whom_it_names"
)
WHOSE = (
    "tests/enquiries/actions/every/test_whose_step.py::test_a_coordinators_step_is_refused_to_anybody_else"
)
TOGETHER = "a step and all that follows from it are committed together or not at all"


def _not_atomic(module: str, function: str, case: str = "") -> Saboteur:
    return Saboteur(
        name=f"{function} in several transactions",
        guarantee=TOGETHER,
        module=f"enquiries.{module}",
        old=f"@transaction.atomic\ndef {function}(",
        new=f"def {function}(",
        notices=(f"{STEP}[{case or function}]",),
    )


SABOTEURS = (
    Saboteur(
        name="an enquiry in two transactions",
        guarantee="an enquiry and all that follows from it are committed together or not at all",
        module="enquiries.actions.intake",
        old="        with transaction.atomic(durable=True):\n            return",
        new="        if True:\n            return",
        notices=(f"{INTAKE}::test_a_failure_half_way_leaves_nothing_behind",),
    ),
    Saboteur(
        name="an enquiry's event after the enquiry",
        guarantee="an enquiry is not acknowledged without its event and its mails",
        module="enquiries.actions.intake",
        old="        with transaction.atomic(durable=True):\n            return _write(",
        new=(
            "        said = []\n"
            "        record, workflow.record = workflow.record, lambda *a, **k: said.append((a, k))\n"
            "        with transaction.atomic(durable=True):\n"
            "            receipt = _write(answers, wanted, consents, submission_key, language)\n"
            "        workflow.record = record\n"
            "        with transaction.atomic():\n"
            "            record(*said[0][0], **said[0][1])\n"
            "            return receipt\n"
            "            return _write("
        ),
        notices=(f"{STEP}[receive]",),
    ),
    _not_atomic("actions.answering", "ask"),
    _not_atomic("actions.coordinating", "close"),
    _not_atomic("actions.deciding", "write"),
    _not_atomic("actions.releasing", "release_quote"),
    _not_atomic("documents.keeping", "keep_document", "add_document"),
    Saboteur(
        name="the clock in several transactions",
        guarantee=TOGETHER,
        module="enquiries.actions.ticking",
        old="    with transaction.atomic():\n        enquiry = workflow.locked(pk)",
        new="    if True:\n        enquiry = workflow.locked(pk)",
        notices=(f"{STEP}[tick a family we wait for]",),
    ),
    Saboteur(
        name="an event in a transaction of its own",
        guarantee=TOGETHER,
        module="enquiries.rules.workflow",
        old="    settle(enquiry, at=at)\n    return event\n",
        new="    transaction.on_commit(lambda: settle(enquiry, at=at))\n    return event\n",
        notices=(f"{STEP}[ask]",),
    ),
    Saboteur(
        name="mails after the commit",
        guarantee="the mails of a step are queued in its transaction",
        module="enquiries.rules.workflow",
        old="    notices.queue(event, enquiry=enquiry, quote_request=quote_request)\n",
        new=(
            "    transaction.on_commit("
            "lambda: notices.queue(event, enquiry=enquiry, quote_request=quote_request))\n"
        ),
        notices=(f"{STEP}[decline]",),
    ),
    Saboteur(
        name="a state left as it was",
        guarantee="after each step the enquiry says what is next, under a new version",
        module="enquiries.actions.coordinating",
        old=(
            "        workflow.happened(\n            enquiry, Occurrence.URGENT_MARKED, by=by, "
            'detail="urgent" if urgent else "not urgent"\n        )\n'
        ),
        new="        workflow.record(enquiry, Occurrence.URGENT_MARKED, by=by)\n        enquiry.save()\n",
        notices=(f"{STEP}[mark_urgent]",),
    ),
    Saboteur(
        name="the clock as a coordinator",
        guarantee="what a coordinator does is done by a person",
        module="enquiries.actions.coordinating",
        old="    if by.kind != ActorKind.COORDINATOR or by.user is None:",
        new="    if by.kind not in (ActorKind.COORDINATOR, ActorKind.CLOCK):",
        notices=(f"{WHOSE}[the clock-take]",),
    ),
    Saboteur(
        name="a coordinator without a name",
        guarantee="each step of a coordinator has its person",
        module="enquiries.rules.workflow",
        old="    return by.kind == CLOCK or by.user is not None",
        new="    return True",
        notices=(f"{WHOSE}[nobody in particular-release]",),
    ),
    Saboteur(
        name="the clock sends",
        guarantee="only a coordinator sends a request to a hospital",
        module="enquiries.rules.workflow",
        old="_row([State.PENDING], State.SENT, {COORDINATOR}, Occurrence.RELEASED)",
        new="_row([State.PENDING], State.SENT, {COORDINATOR, CLOCK}, Occurrence.RELEASED)",
        notices=(TABLE, f"{WHOSE}[the clock-release]"),
    ),
    Saboteur(
        name="a step the table does not name",
        guarantee="a step that the table does not name is refused",
        module="enquiries.rules.workflow",
        old="    _row([State.QUOTED], State.ACCEPTED, {FAMILY}, Occurrence.ACCEPTED),",
        new="    _row([State.QUOTED, State.SENT], State.ACCEPTED, {FAMILY}, Occurrence.ACCEPTED),",
        notices=(TABLE,),
    ),
)
