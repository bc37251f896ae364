from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from languages.catalogs import stale_catalogs
from languages.made import how_made


@register(Tags.translation, deploy=True)
def check_texts_are_compiled(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without its compiled texts a language shows English under an address that promises another."""
    stale = [path for folder in settings.LOCALE_PATHS for path in stale_catalogs(Path(folder))]
    hint = "Run manage.py compile_texts."
    return [
        Error(f"The texts of {path.parent.parent.name} are not compiled.", hint=hint, id="languages.E001")
        for path in stale
    ]


@register(Tags.translation, deploy=True)
def check_languages_say_how_they_were_made(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What a family agrees to is kept with it; where nothing is said, a machine is taken to have made it."""
    others = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    hint = "Put a line such as X-Made: person 2026-11-30 into the head of its django.po."
    return [
        Warning(f"The texts of {code} do not say who made them.", hint=hint, id="languages.W001")
        for code in others
        if how_made(code) is None
    ]
