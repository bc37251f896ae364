"""Every saboteur, by what it breaks. A new guarantee of the house gets its line here."""

from tests.saboteurs import mails, privacy, state
from tests.saboteurs.saboteur import Saboteur

SABOTEURS: tuple[Saboteur, ...] = (*state.SABOTEURS, *mails.SABOTEURS, *privacy.SABOTEURS)
BY_NAME = {saboteur.name: saboteur for saboteur in SABOTEURS}
