"""Where a hospital's time differs from the portal's own. What each clock is for and what it is without this: the
table in enquiries.rules.clocks, whose rows name these columns."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST_DAYS = 90


def _days(label: Any, help_text: Any) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAYS)],
        help_text=help_text,
    )


CALENDAR = _("Calendar days. Empty: the portal's usual time.")
UNOPENED = _("Working days, while the request is not opened. Empty: the portal's usual time.")
WORKING = _("Working days. Empty: the portal's usual time.")


class OwnClocks(models.Model):
    answer_due_days = _days(_("answers within days"), CALENDAR)
    urgent_answer_due_days = _days(_("answers an urgent request within days"), CALENDAR)
    first_reminder_days = _days(_("first reminder after days"), UNOPENED)
    second_reminder_days = _days(_("second reminder after days"), WORKING)
    coordinator_task_days = _days(_("a coordinator calls after days"), WORKING)
    expiry_days = _days(_("expires after the last reminder by days"), WORKING)
    late_answer_days = _days(_("time left after a late answer of the family, in days"), WORKING)

    class Meta:
        abstract = True


NAMES = tuple(field.name for field in OwnClocks._meta.local_fields)


def sensible_clocks() -> list[models.CheckConstraint]:
    """One a column, for the Meta of the model that has them."""
    return [
        models.CheckConstraint(
            name=f"hospital_{name}_sensible",
            condition=Q((f"{name}__isnull", True)) | Q((f"{name}__gte", 1), (f"{name}__lte", LONGEST_DAYS)),
        )
        for name in NAMES
    ]
