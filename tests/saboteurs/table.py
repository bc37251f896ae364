"""Every saboteur, by what it breaks. A new guarantee of the house gets its line here."""

from tests.saboteurs import (
    answers,
    clocks,
    doors,
    in_flux,
    in_flux_questions,
    locks,
    mails,
    privacy,
    releases,
    settings,
    state,
    tenants,
)
from tests.saboteurs.saboteur import Saboteur

SABOTEURS: tuple[Saboteur, ...] = tuple(
    saboteur
    for room in (
        answers,
        state,
        locks,
        releases,
        mails,
        doors,
        tenants,
        privacy,
        clocks,
        settings,
        in_flux,
        in_flux_questions,
    )
    for saboteur in room.SABOTEURS
)
BY_NAME = {saboteur.name: saboteur for saboteur in SABOTEURS}
