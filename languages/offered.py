"""Which languages the portal speaks: a folder of `locale/` that holds a catalog is a language, and nothing else is.

Read by the settings, so this module knows nothing of them.
"""

from pathlib import Path
from typing import Any

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy, to_language

# The language of the texts in the sources: its pages have addresses without a prefix.
SOURCE = "en"
# The first word of an address where it is not the language's code.
SHORT_ADDRESSES = {"zh-hans": "zh"}


def offered(folder: Path) -> list[tuple[str, Any]]:
    """What Django calls LANGUAGES: English, then the others by their codes. Raises ImproperlyConfigured for a folder
    that is named like no language, since a page could then not say what it is written in."""
    codes = sorted(catalog_languages(folder) - {SOURCE})
    unknown = [code for code in codes if "name_local" not in LANG_INFO.get(code, {})]
    if unknown:
        raise ImproperlyConfigured(f"locale/ holds folders that are named like no language: {unknown}")
    return [(code, gettext_lazy(LANG_INFO[code]["name"])) for code in [SOURCE, *codes]]


def catalog_languages(folder: Path) -> set[str]:
    return {to_language(path.parent.parent.name) for path in folder.glob("*/LC_MESSAGES/django.po")}
