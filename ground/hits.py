from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    """A page that answers a search, as the list of results shows it."""

    title: str
    url: str
    snippet: str
    is_whole: bool = True
    """It holds all that was asked for."""

    by_name: bool = False
    """What was typed names it: its title, its place, or a word it is to be found by."""

    score: int = 0
    """Against its neighbors of the same kind only."""

    language: str = ""
    """Of its words; empty where they are in the language of the page that shows it."""
