from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check_is_offered(code: str) -> None:
    """For a field that holds a language. Raises ValidationError: mails and pages in a language that is not there would
    be in English, and nobody would know why."""
    offered = [offer for offer, _name in settings.LANGUAGES]
    if code not in offered:
        raise ValidationError(
            _("The portal does not speak this language. It speaks: %(codes)s."),
            code="not_offered",
            params={"codes": ", ".join(offered)},
        )
