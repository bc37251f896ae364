"""What was typed into a form of a zone when its visit had ended. It is kept in the page at the door and nowhere else:
it may tell of an illness, and sessions are not encrypted."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

PAGE = "kept_page"
"""The field of the page at the door that names the form."""
LONGEST = 100_000  # more than any of the forms takes: what is kept is never cut short


@dataclass(frozen=True)
class Kept:
    """One form's fields; those `along` are kept with the others but not for their own sake."""

    fields: tuple[str, ...]
    along: tuple[str, ...] = ()

    def read(self, data: QueryDict) -> dict[str, str]:
        """Empty when nothing was typed."""
        found = {name: _short(data.get(name, "")) for name in (*self.fields, *self.along)}
        return found if any(found[name] for name in self.fields) else {}


def read_kept(data: QueryDict, forms: Mapping[str, Kept], *, page: str = "") -> dict[str, str]:
    """What was typed into `page`, or into the form that the post names; where there is but one it need not."""
    page = page or data.get(PAGE, "") or (next(iter(forms)) if len(forms) == 1 else "")
    found = forms[page].read(data) if page in forms else {}
    return {PAGE: page} | found if found else {}


def _short(text: str) -> str:
    return text[:LONGEST].replace("\x00", "")
