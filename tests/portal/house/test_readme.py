"""What the README shows of the code is what the code says."""

from pathlib import Path

from enquiries.rules.diagram import with_diagram

README = Path(__file__).resolve().parents[3] / "README.md"


def test_the_diagram_of_states_is_drawn_from_the_table():
    """`manage.py draw_states` draws it anew."""
    text = README.read_text()
    assert with_diagram(text) == text
