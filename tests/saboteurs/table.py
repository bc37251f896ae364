"""Every saboteur, by what it breaks. A new guarantee of the house gets its line here."""

from tests.saboteurs.promises import (
    clocks,
    consents,
    desk,
    doors,
    locks,
    mails,
    privacy,
    questions,
    releases,
    settings,
    state,
    tenants,
    unseen,
    vows,
    zones,
)
from tests.saboteurs.saboteur import Saboteur

SABOTEURS: tuple[Saboteur, ...] = tuple(
    saboteur
    for room in (
        clocks,
        consents,
        desk,
        doors,
        locks,
        mails,
        privacy,
        questions,
        releases,
        settings,
        state,
        tenants,
        unseen,
        vows,
        zones,
    )
    for saboteur in room.SABOTEURS
)
BY_NAME = {saboteur.name: saboteur for saboteur in SABOTEURS}
