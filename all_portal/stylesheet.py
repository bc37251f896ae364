"""Joins static/css/src/*.css into the sheets of the portal. A page loads one of them.

portal.css   everything: forms, the families' and hospitals' pages, and what names no other sheet
finder.css   home, programs, hospitals
reading.css  the guide, the glossary, search, texts
handout.css  the pages made to be printed

The small ones exist because the first view of a public page shall fit the first round trip of a connection.
"""

import re
import sys
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent / "static" / "css"
EVERYWHERE = ("00", "10", "20", "25", "90")
SHEETS: dict[str, tuple[str, ...]] = {
    "portal.css": (),
    "finder.css": (*EVERYWHERE, "22", "40", "45"),
    "reading.css": (*EVERYWHERE, "23", "50"),
    "handout.css": (*EVERYWHERE, "23", "45", "50", "55", "57"),
}


def sources(sheet: str) -> list[Path]:
    """A source belongs to a sheet by its number; no numbers: all of them."""
    numbers = SHEETS[sheet]
    return [
        path for path in sorted((CSS / "src").glob("*.css")) if not numbers or path.name.startswith(numbers)
    ]


def joined(sheet: str = "portal.css") -> str:
    return tightened("\n".join(path.read_text() for path in sources(sheet)))


def tightened(css: str) -> str:
    """Without comments and idle spaces, one rule a line. Spaces inside a value stay: calc() needs them.
    A true minifier was tried: after brotli it saves half a percent."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = css.replace(": ", ":").replace(";}", "}")
    return css.replace("}", "}\n").strip() + "\n"


def main(arguments: list[str]) -> int:
    stale = [name for name in SHEETS if not is_fresh(name)]
    if "--check" in arguments:
        print(f"stale: {', '.join(stale)}: run make css" if stale else "the style sheets are up to date")
        return 1 if stale else 0
    for name in stale:
        (CSS / name).write_text(joined(name))
    return 0


def is_fresh(name: str) -> bool:
    target = CSS / name
    return target.exists() and target.read_text() == joined(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
