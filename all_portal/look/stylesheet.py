"""Joins static/css/src/*.css into the sheets of the portal. A page has one of them.

portal.css         everything: forms, the families' and hospitals' pages, and what names no other sheet. A file
finder             home, programs, hospitals
reading            the guide, the glossary, search, texts
handout            the pages made to be printed

The small ones stand in the page itself (all_portal.look.page_style): a first view is then one answer, within the first
round trip of a connection. Six pages in a row take 0.89 of the time on a slow phone line, 0.80 on a better one
(python -m bench.page_style); the first of them little more than half.
"""

import re
import sys
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent.parent / "static" / "css"
WHOLE = CSS / "portal.css"
EVERYWHERE = ("00", "10", "20", "25", "90")
# A source belongs to a sheet by its number.
SMALL_SHEETS: dict[str, tuple[str, ...]] = {
    "finder": (*EVERYWHERE, "22", "40", "45"),
    "reading": (*EVERYWHERE, "23", "50"),
    "handout": (*EVERYWHERE, "23", "45", "50", "55", "57"),
}


def joined(sheet: str = "") -> str:
    """The small sheet of that name; without a name all of it. Raises FileNotFoundError: a page without its style
    would look broken and still say that all is well."""
    numbers = SMALL_SHEETS[sheet] if sheet else ("",)
    sources = [path for path in sorted((CSS / "src").glob("*.css")) if path.name.startswith(numbers)]
    if len(sources) < len(numbers):
        raise FileNotFoundError(f"Style sources are missing in {CSS / 'src'}.")
    return tightened("\n".join(path.read_text() for path in sources))


def tightened(css: str) -> str:
    """Without comments and idle spaces, one rule a line. Spaces inside a value stay: calc() needs them.
    A true minifier was tried: after brotli it saves half a percent."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = css.replace(": ", ":").replace(";}", "}")
    return css.replace("}", "}\n").strip() + "\n"


def main(arguments: list[str]) -> int:
    fresh = WHOLE.exists() and WHOLE.read_text() == joined()
    if "--check" in arguments:
        print("the style sheet is up to date" if fresh else f"stale: {WHOLE.name}: run make css")
        return 0 if fresh else 1
    if not fresh:
        WHOLE.write_text(joined())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
