"""make bench: the figures of the README, measured anew. Prints a Markdown table.

python -m bench.pages [--no-lighthouse] [--runs 3] [--write]     --write puts the table into README.md
"""

import argparse
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench import lighthouse, rates
from bench.server import ROOT, running
from bench.views import FirstView, chromium, find_chromium, first_view

PAGES = {
    "home": "/",
    "programs": "/programs/",
    "programs of one stay": "/programs/?days=21",
    "one program": "/programs/ulm/21-days/",
    "comparison of three": "/programs/compare/?p=ulm-21&p=freiburg-31&p=aachen-21",
    "hospitals": "/hospitals/",
    "one hospital": "/hospitals/ulm/",
    "guide": "/leukemia/",
    "an article": "/leukemia/what-is-all/",
    "the longest article": "/leukemia/treatment-overview/",
    "emergency signs": "/leukemia/emergency-signs/",
    "papers to print": "/coming-to-germany/papers/",
    "glossary": "/glossary/",
    "search": "/search/?q=mrd",
    "about": "/about/",
    "privacy": "/privacy/",
    "imprint": "/imprint/",
    "accessibility": "/accessibility/",
}
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
HEAD = ["page", "KB on the wire", "requests", "scripts", "cookies", "others asked", "layout shift", "rate"]
DESCRIBED = (
    "*KB on the wire*: every byte of every answer, headers too, 1 KB = 1,024 bytes, in Chromium with an empty cache on "
    "a 360 px phone. *Rate*: how often the page is answered while an empty Django view behind the same middleware is "
    "answered once, in the same run."
)


def main(arguments: list[str]) -> int:
    options = read(arguments)
    if not find_chromium():
        print("No Chromium was found: nothing measured.", file=sys.stderr)
        return 1
    with running() as site:
        rows = {name: measured(site, name, path) for name, path in PAGES.items()}
        titles, note = list(HEAD), "Lighthouse was not asked for."
        if options.lighthouse:
            note = add_scores(rows, titles, site, options.runs)
    table = "\n".join([line(titles), line(["---"] * len(titles)), *map(line, rows.values())])
    text = f"Measured on {datetime.now(UTC):%d %B %Y}.\n\n{table}\n\n{DESCRIBED} {note}\n"
    print(text)
    if options.write:
        write(ROOT / "README.md", text)
    return 0


def read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.pages")
    parser.add_argument("--no-lighthouse", dest="lighthouse", action="store_false")
    parser.add_argument(
        "--runs", type=int, default=3, help="of Lighthouse for each page; the best one counts"
    )
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    return parser.parse_args(arguments)


def measured(site: str, name: str, path: str) -> list[str]:
    with chromium() as browser:
        view = first_view(browser, site, path)
    return [name, *cells(view), f"{rates.ratio(site, path):.2f}"]


def cells(one: FirstView) -> list[str]:
    counts = (one.requests, one.scripts, one.cookies, one.third_parties)
    return [f"{one.wire_bytes / 1024:.1f}", *map(str, counts), f"{one.shift:.3f}".rstrip("0").rstrip(".")]


def add_scores(rows: dict[str, list[str]], titles: list[str], site: str, runs: int) -> str:
    """Adds a column; returns the sentence that explains it, or why there is none."""
    found = {}
    with tempfile.TemporaryDirectory(prefix="all-portal-lighthouse-") as folder:
        try:
            program = lighthouse.install(Path(folder))
            for name, path in PAGES.items():
                found[name], faults = lighthouse.scores(program, site + path, runs=runs)
                print(f"{name}: {found[name]} {'; '.join(faults)}", file=sys.stderr)
        except lighthouse.Missing as reason:
            print(f"Lighthouse did not run: {reason}", file=sys.stderr)
            return f"Lighthouse was not measured: {reason}."
    titles.append("Lighthouse")
    for name, points in found.items():
        rows[name].append(" / ".join(map(str, points.values())))
    return (
        f"*Lighthouse* {lighthouse.VERSION}, mobile: performance / accessibility / best practices / SEO, "
        f"the best of {runs}."
    )


def line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write(path: Path, text: str) -> None:
    whole = path.read_text()
    if BEGIN not in whole:
        raise SystemExit(f"{path.name} has no place for the figures ({BEGIN}).")
    path.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: f"{BEGIN}\n{text}{END}", whole, flags=re.DOTALL))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
