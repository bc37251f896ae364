"""Lighthouse, at one version, by npm in a folder of its own. Optional: says plainly when it cannot be had."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from bench.views import find_chromium

VERSION = "12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"


class Missing(Exception):
    """Lighthouse cannot run here; the words say why."""


def install(folder: Path) -> Path:
    """LIGHTHOUSE names one that is installed already."""
    if named := os.environ.get("LIGHTHOUSE"):
        return Path(named)
    npm = shutil.which("npm")
    if not npm:
        raise Missing("npm is missing")
    command = [npm, "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run([*command, f"lighthouse@{VERSION}"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"npm could not fetch lighthouse@{VERSION}")
    return folder / "node_modules" / ".bin" / "lighthouse"


def scores(lighthouse: Path, address: str, *, runs: int) -> tuple[dict[str, int], list[str]]:
    """The best run by performance (a phone, as Lighthouse imagines one), and what it found wanting. Whatever else the
    machine does can only take away: these pages have no script that could make one run better than another."""
    chosen = max((report(lighthouse, address) for _ in range(runs)), key=performance)
    points = {name: round(chosen["categories"][name]["score"] * 100) for name in CATEGORIES}
    return points, wanting(chosen)


def performance(found: dict) -> float:
    return found["categories"]["performance"]["score"]


def wanting(found: dict) -> list[str]:
    audits = found["audits"]
    weighed = [
        audits[one["id"]]
        for name in CATEGORIES
        for one in found["categories"][name]["auditRefs"]
        if one["weight"]
    ]
    return [
        f"{audit['id']} {audit['score']} {audit.get('displayValue', '')}".strip()
        for audit in weighed
        if audit["score"] is not None and audit["score"] < 1
    ]


def report(lighthouse: Path, address: str) -> dict:
    """Now and then Lighthouse loses the browser's trace: then it is asked once more."""
    try:
        return one_report(lighthouse, address)
    except Missing:
        return one_report(lighthouse, address)


def one_report(lighthouse: Path, address: str) -> dict:
    command = [str(lighthouse), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    environment = os.environ | {"CHROME_PATH": find_chromium() or ""}
    done = subprocess.run(
        [*command, f"--only-categories={','.join(CATEGORIES)}"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Missing(f"Lighthouse ended with: {done.stderr.strip().splitlines()[-1:]}")
    return json.loads(done.stdout)
