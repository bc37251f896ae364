"""What is wrong with a file, said by its line."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Refusal:
    line: int
    reason: str
    file: str = ""
    """Named where several files are loaded as one."""

    def __str__(self) -> str:
        if self.file:
            return _("%(file)s, line %(line)d: %(reason)s") % vars(self)
        return _("Line %(line)d: %(reason)s") % vars(self)


class FileRefused(Exception):
    """Nothing was applied. Says why, line by line."""

    def __init__(self, refusals: list[Refusal]) -> None:
        self.refusals = refusals
        super().__init__("\n".join(str(refusal) for refusal in refusals))


def reasons(problem: ValidationError) -> str:
    """A validation error as one line: which field, and what is wrong with it."""
    if not hasattr(problem, "error_dict"):
        return " ".join(dict.fromkeys(problem.messages))
    named = ((name, " ".join(dict.fromkeys(messages))) for name, messages in problem.message_dict.items())
    return " ".join(text if name == "__all__" else f"{name}: {text}" for name, text in named)
