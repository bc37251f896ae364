from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ground.loading.loadable import Loadable
from hospitals.models import Hospital


class ProgramQuerySet(models.QuerySet["Program"]):
    def listed(self) -> "ProgramQuerySet":
        """What a family can pick, each with its hospital, in the order lists show them."""
        return (
            self.filter(is_active=True, hospital__is_published=True)
            .select_related("hospital")
            .order_by("hospital__position", "hospital__name", "stay_days")
        )


class Program(Loadable):
    class Setting(models.TextChoices):
        INPATIENT = "inpatient", _("Inpatient")

    class Price(models.TextChoices):
        ON_REQUEST = "on_request", _("On request")

    hospital = models.ForeignKey(
        Hospital, models.PROTECT, related_name="programs", verbose_name=_("hospital")
    )
    stay_days = models.PositiveSmallIntegerField(
        _("days of stay"), validators=[MinValueValidator(1), MaxValueValidator(365)]
    )
    setting = models.CharField(_("setting"), max_length=12, choices=Setting, default=Setting.INPATIENT)
    price = models.CharField(_("price"), max_length=12, choices=Price, default=Price.ON_REQUEST)
    is_active = models.BooleanField(_("offered"), default=True)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        ordering = ["hospital", "stay_days"]
        constraints = [
            models.UniqueConstraint(fields=["hospital", "stay_days"], name="program_once_per_stay"),
            models.CheckConstraint(
                name="program_stay_days_sensible", condition=Q(stay_days__gte=1, stay_days__lte=365)
            ),
            models.CheckConstraint(name="program_setting_known", condition=Q(setting__in=["inpatient"])),
            models.CheckConstraint(name="program_price_known", condition=Q(price__in=["on_request"])),
        ]

    def __str__(self) -> str:
        return gettext("%(hospital)s, %(stay)s") % {"hospital": self.hospital.name, "stay": self.stay}

    def get_absolute_url(self) -> str:
        return reverse("programs:detail", kwargs={"hospital": self.hospital.slug, "days": self.stay_days})

    @property
    def code(self) -> str:
        return f"{self.hospital.slug}-{self.stay_days}"

    @property
    def stay(self) -> str:
        return ngettext("%(days)d day", "%(days)d days", self.stay_days) % {"days": self.stay_days}
