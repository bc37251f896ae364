"""How pages write dates: by the name of a shape, in the words and the order of the language."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import formats, translation

from languages.dates import MACHINE, SHAPES, format_name, pattern_of, when

# Half past eleven at night in London is the next day in Berlin.
MOMENT = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
WORDS = {
    "day": "1 December",
    "day_short": "1 Dec",
    "day_year": "1 December 2026",
    "day_year_short": "1 Dec 2026",
    "weekday_short": "Tue 1",
    "weekday": "Tuesday, 1 December",
    "weekday_year": "Tuesday, 1 December 2026",
    "month": "December 2026",
    "moment": "1 December, 00:30",
    "moment_short": "1 Dec, 00:30",
    "moment_year": "1 December 2026, 00:30",
    "moment_year_short": "1 Dec 2026, 00:30",
    "moment_weekday": "Tue 1 Dec, 00:30",
    "clock": "00:30",
    "machine": "2026-12-01T00:30:00+01:00",
}


def shown(value, shape: str) -> str:
    return Template(f'{{% load dates %}}{{{{ value|when:"{shape}" }}}}').render(Context({"value": value}))


def test_every_shape_is_written_in_german_time_as_english_readers_know_it():
    assert {shape: shown(MOMENT, shape) for shape in (*SHAPES, MACHINE)} == WORDS


def test_a_day_stays_the_day_it_is():
    day = date(2026, 12, 1)
    assert shown(day, "weekday") == "Tuesday, 1 December"
    assert shown(day, MACHINE) == "2026-12-01"


@pytest.mark.parametrize("nothing", [None, ""])
def test_where_there_is_no_date_nothing_is_written(nothing):
    assert shown(nothing, "day_year") == shown(nothing, MACHINE) == ""


@pytest.mark.parametrize("shape", ["", "j F", "DATE_FORMAT", "days"])
def test_a_shape_that_nobody_named_is_refused_not_printed(shape):
    with pytest.raises(KeyError):
        when(MOMENT, shape)


def test_a_language_may_bring_an_order_of_its_own(monkeypatch):
    own = SimpleNamespace(PORTAL_WEEKDAY_FORMAT="l, j. F")
    monkeypatch.setattr(formats, "get_format_modules", lambda lang: [own] if lang == "de" else [])
    monkeypatch.setattr(formats, "_format_cache", {})
    with translation.override("de"):
        assert shown(MOMENT, "weekday") == "Dienstag, 1. Dezember"
        assert shown(MOMENT, "day_year") == "1 Dezember 2026"


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_language_offered_has_a_pattern_for_every_shape(language):
    with translation.override(language):
        own = {shape: formats.get_format(format_name(shape)) for shape in SHAPES}
        assert own == {shape: pattern_of(shape) for shape in SHAPES}
