"""What a quote offers to choose from. To leave it open is always a choice."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Refundable(TextChoices):
    NOT_STATED = "", _("not stated")
    SURPLUS = "surplus", _("What is not used comes back")
    IN_FULL = "in_full", _("Comes back in full if the stay does not take place")
    NO = "no", _("Does not come back")


class Room(TextChoices):
    NOT_STATED = "", _("not stated")
    SINGLE = "single", _("Single room")
    TWIN = "twin", _("Two-bed room")
    SHARED = "shared", _("Shared room")
