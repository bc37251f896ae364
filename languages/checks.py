from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from languages.catalogs import stale_catalogs


@register(Tags.translation, deploy=True)
def check_texts_are_compiled(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without its compiled texts a language shows English under an address that promises another."""
    stale = [path for folder in settings.LOCALE_PATHS for path in stale_catalogs(Path(folder))]
    hint = "Run manage.py compile_texts."
    return [
        Error(f"The texts of {path.parent.parent.name} are not compiled.", hint=hint, id="languages.E001")
        for path in stale
    ]
