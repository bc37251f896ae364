import json
from pathlib import Path

import pytest

from hospitals.loading import DATA_FILE
from hospitals.models import HospitalFact


@pytest.fixture
def catalog_file(tmp_path):
    """Writes hospitals.json as shipped, changed by a function, and gives its path."""

    def write(change=lambda content: None) -> Path:
        content = json.loads(DATA_FILE.read_text())
        change(content)
        path = tmp_path / "hospitals.json"
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False))
        return path

    return write


def line_of(path: Path, text: str) -> int:
    return path.read_text().split(text)[0].count("\n") + 1


def fact(slug: str, key: str) -> HospitalFact:
    return HospitalFact.objects.get(hospital__slug=slug, key=key)
