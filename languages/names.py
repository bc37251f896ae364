"""Languages by their own names: who can not read the page finds the one they can."""

from django.conf import settings
from django.utils.translation import get_language_info


def own_name(code: str) -> str:
    return get_language_info(code)["name_local"]


def own_names() -> list[tuple[str, str]]:
    """(code, name) of each that is offered, for a form's choices."""
    return [(code, own_name(code)) for code, _name in settings.LANGUAGES]
