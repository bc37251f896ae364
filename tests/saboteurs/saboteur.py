"""One act of sabotage: a guarantee, the few words of ours that keep it, and the tests that must notice."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Saboteur:
    name: str
    guarantee: str
    """What would not hold any more, in a person's words."""
    module: str = ""
    template: str = ""
    """Either a module of ours or a template, by the name it is loaded under."""
    old: str
    """Stands exactly once in it; written with its own line breaks."""
    new: str
    notices: tuple[str, ...]
    """Tests as pytest takes them. At least one of them has to fail, and none may be missing."""
    postgres: bool = False
    """Only a real row lock shows it: SQLite lets one writer in at a time and would hide it."""

    @property
    def path(self) -> str:
        """From the top of the repository."""
        return f"templates/{self.template}" if self.template else self.module.replace(".", "/") + ".py"

    def broken(self, source: str) -> str:
        """Raises ValueError when the words moved: the table has to follow the code."""
        if source.count(self.old) != 1:
            raise ValueError(f"{self.name}: its words stand {source.count(self.old)} times in {self.path}")
        return source.replace(self.old, self.new)
