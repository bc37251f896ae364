"""Check 15: what a coordinator does is done by a person with an account, never by the clock, a family or a hospital."""

from collections.abc import Callable

import pytest

from enquiries.actions import coordinating, releasing
from enquiries.rules.workflow import Refused
from enquiries.words.actors import CLOCK, Actor, ActorKind
from tests.enquiries.actions.every.every_step import STEPS, Scene

OTHERS: dict[str, Callable[[Scene], Actor]] = {
    "the clock": lambda scene: CLOCK,
    "the family": lambda scene: scene.family,
    "the hospital": lambda scene: scene.hospital,
    "nobody in particular": lambda scene: Actor(ActorKind.COORDINATOR),
}
COORDINATORS = [step for step in STEPS if step.of.__module__ in {coordinating.__name__, releasing.__name__}]


@pytest.fixture
def scene(ulm, freiburg, carla, private) -> Scene:
    return Scene(ulm=ulm, freiburg=freiburg, carla=carla)


@pytest.mark.parametrize("step", COORDINATORS, ids=str)
@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_a_coordinators_step_is_refused_to_anybody_else(scene, step, other):
    step.before(scene)
    events = scene.enquiry.events.count()
    scene.in_place_of_coordinator = other(scene)
    with pytest.raises(Refused, match="not yours"):
        step.act(scene)
    assert scene.enquiry.events.count() == events
