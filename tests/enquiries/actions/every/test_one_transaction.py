"""Check 1: a step, its event, its mails and the enquiry's new state are one transaction, and none of them is missing.

Seen from inside the test's own transaction: all that a step writes has to lie within one and the same savepoint.
"""

import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from django.db import connection

from enquiries import actions
from enquiries.actions import intake
from enquiries.models import Enquiry, Event, Notice
from tests.enquiries.actions.every.every_step import STEPS, Scene

# By a note or a new code nothing changes that another coordinator might be deciding on.
CHANGES_NO_VERSION = {"add_note", "renew_code"}
ONLY_LOOKS = {"made_before"}


@pytest.fixture
def scene(ulm, freiburg, carla, private) -> Scene:
    return Scene(ulm=ulm, freiburg=freiburg, carla=carla)


@contextmanager
def watched() -> Iterator[list[tuple[str, str | None]]]:
    """Each statement that writes, with the outermost savepoint around it; None outside of any."""
    written: list[tuple[str, str | None]] = []
    around = len(connection.savepoint_ids)

    def look(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            written.append((sql[:60], next(iter(connection.savepoint_ids[around:]), None)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield written


def kinds_after(rows, last) -> tuple[str, ...]:
    return tuple(rows.filter(pk__gt=last.pk if last else 0).order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize("step", STEPS, ids=str)
def test_a_step_is_one_transaction_with_its_events_and_its_mails(scene, step):
    step.before(scene)
    event, notice = Event.objects.order_by("pk").last(), Notice.objects.order_by("pk").last()
    version = Enquiry.objects.get(pk=scene.enquiry.pk).version
    waiting = len(connection.run_on_commit)
    # What was said before has been sent, so that nothing is spared because it was said already.
    Notice.objects.update(state="sent", sent_at=scene.enquiry.created_at)
    with watched() as written:
        step.act(scene)
    assert written
    outside = [statement for statement, savepoint in written if savepoint is None]
    assert outside == []
    assert len({savepoint for _statement, savepoint in written}) == 1
    assert len(connection.run_on_commit) == waiting
    assert kinds_after(Event.objects, event) == step.happens
    assert kinds_after(Notice.objects, notice) == step.told
    stays = step.of.__name__ in CHANGES_NO_VERSION or step.of is intake.receive
    assert (Enquiry.objects.get(pk=scene.enquiry.pk).version > version) is not stays


def test_no_step_is_left_out():
    """A step is a public function of the actions, whatever their module, that takes its facts by name."""
    modules = [
        import_module(f"{actions.__name__}.{module.name}")
        for module in pkgutil.iter_modules(actions.__path__)
    ]
    steps = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if all(fact.kind == fact.KEYWORD_ONLY for fact in inspect.signature(function).parameters.values())
    }
    assert len(steps) > 20
    left_out = {function.__name__ for function in steps - {step.of for step in STEPS}}
    assert left_out == ONLY_LOOKS
