"""What a member of staff has set for their own account. Django's user stays as it is: one row beside it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountSetting(models.Model):
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="account_setting", verbose_name=_("user")
    )
    # No choices: which languages there are is decided by the folders of locale/, not by a migration.
    language = models.CharField(_("language of the desk"), max_length=10, default="en")

    class Meta:
        verbose_name = _("account setting")
        verbose_name_plural = _("account settings")

    def __str__(self) -> str:
        return f"{self.user}: {self.language}"
