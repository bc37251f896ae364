"""Joins static/css/src/*.css into static/css/portal.css. One file on the wire, one concern per source."""

import re
import sys
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent / "static" / "css"


def joined() -> str:
    return tightened("\n".join(path.read_text() for path in sorted((CSS / "src").glob("*.css"))))


def tightened(css: str) -> str:
    """Without comments and idle spaces, one rule a line. Spaces inside a value stay: calc() needs them."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = css.replace(": ", ":").replace(";}", "}")
    return css.replace("}", "}\n").strip() + "\n"


def main(arguments: list[str]) -> int:
    target = CSS / "portal.css"
    if "--check" in arguments:
        fresh = target.exists() and target.read_text() == joined()
        print("portal.css is up to date" if fresh else "portal.css is stale: run make css")
        return 0 if fresh else 1
    target.write_text(joined())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
