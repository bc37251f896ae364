"""How a language's catalog came to be, as its own head says: `X-Made: person 2026-11-30`.

What stands in the database says it of each row; for what stands in the catalog it is said once.
"""

import re
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import to_locale

SAID = re.compile(r'^"X-Made: (machine|person|speaker|physician) (\d{4}-\d{2}-\d{2})\\n"$', re.MULTILINE)


def how_made(language: str) -> tuple[str, date] | None:
    """By whom it was made or last checked, and since when; None where its catalog does not say so."""
    for folder in settings.LOCALE_PATHS:
        path = Path(folder) / to_locale(language) / "LC_MESSAGES/django.po"
        if path.exists() and (said := SAID.search(path.read_text().partition("\n\n")[0])):
            return said[1], date.fromisoformat(said[2])
    return None
