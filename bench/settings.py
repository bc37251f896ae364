"""The portal as it is, and one address more: an empty view to measure the others against."""

from all_portal.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
