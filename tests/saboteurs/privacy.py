"""Saboteurs of who may read what."""

from tests.saboteurs.saboteur import Saboteur

SABOTEURS: tuple[Saboteur, ...] = ()
