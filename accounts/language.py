"""In which language a member of staff works."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, User

from accounts.models import AccountSetting


class NotOffered(ValueError):
    """The portal does not speak this language."""


def desk_language(user: AbstractBaseUser | AnonymousUser) -> str:
    """English until something else was set. Asks no database while there is only one language."""
    account = user.pk
    if len(settings.LANGUAGES) == 1 or account is None:
        return settings.LANGUAGE_CODE
    set_to = AccountSetting.objects.filter(user_id=account).values_list("language", flat=True).first()
    return set_to or settings.LANGUAGE_CODE


def set_desk_language(*, language: str, by: User) -> None:
    """For oneself only. Raises NotOffered."""
    if language not in dict(settings.LANGUAGES):
        raise NotOffered(language)
    AccountSetting.objects.update_or_create(user=by, defaults={"language": language})
