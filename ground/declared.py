"""What is said of every field of every model: whether it tells of the patient or of who writes, and whether it stands
in the database in clear. A model's table of it stands beside its app's rules; a test walks all models and knows of
each field that nobody has spoken for."""

from dataclasses import dataclass
from enum import Enum, auto

type Fields = dict[str, "Declared"]


class How(Enum):
    SEALED = auto()
    CLEAR = auto()
    NOT_PERSONAL = auto()


@dataclass(frozen=True)
class Declared:
    how: How
    because: str = ""
    """Why something that tells of a person, or hangs on one, stands in clear."""
    blanked: bool = False
    """Emptied when its enquiry is anonymized. What is not stays for the figures, or goes with its whole row."""


def sealed(names: str) -> Fields:
    return dict.fromkeys(names.split(), Declared(How.SEALED, blanked=True))


def clear(names: str, *, because: str, blanked: bool = False) -> Fields:
    return dict.fromkeys(names.split(), Declared(How.CLEAR, because, blanked))


def not_personal(names: str) -> Fields:
    return dict.fromkeys(names.split(), Declared(How.NOT_PERSONAL))


def declare(*parts: Fields) -> Fields:
    """Raises ValueError when a field is spoken for twice."""
    names = [name for part in parts for name in part]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"declared twice: {', '.join(sorted(twice))}")
    return {name: declared for part in parts for name, declared in part.items()}
