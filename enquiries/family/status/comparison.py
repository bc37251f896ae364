"""The released quotes side by side: hospitals are columns, a family's questions are rows.

Columns stand in the hospitals' own order, never by price: quotes rest on different assumptions, so the cheapest
sum is not the best offer. Where the assumptions differ, the page says so.
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from enquiries.models import Quote, QuoteRequest
from enquiries.rules.choosing import can_choose, can_turn_down, is_out_of_date, is_withdrawal_offered
from enquiries.rules.quote_points import Point, not_stated, quote_points, stated_words
from enquiries.words.quote_facts import FACTS
from enquiries.words.quote_facts.fact import Fact, Note
from enquiries.words.states import RequestState
from enquiries.words.stays import asked_words


@dataclass(frozen=True)
class Column:
    quote_request: QuoteRequest
    quote: Quote | None
    asked: str
    points: list[Point] = field(default_factory=list)
    before: Quote | None = None
    points_before: list[Point] = field(default_factory=list)
    is_expired: bool = False
    can_choose: bool = False
    can_turn_down: bool = False
    can_withdraw: bool = False

    @property
    def hospital(self) -> str:
        return self.quote_request.hospital.short_name

    @property
    def stated(self) -> str:
        return stated_words(self.points) if self.quote else ""

    @property
    def is_being_revised(self) -> bool:
        """A newer revision is here, but not checked yet; until then there is nothing to choose."""
        return self.quote is not None and self.quote.superseded_at is not None


@dataclass(frozen=True)
class Cell:
    """`point` is None for a hospital without a quote: that cell says once where the hospital stands."""

    column: Column
    point: Point | None
    note: str = ""
    was: str = ""


@dataclass(frozen=True)
class Row:
    key: str
    label: str | Promise
    cells: list[Cell]


@dataclass(frozen=True)
class Difference:
    label: str | Promise
    values: list[tuple[str, str]]


@dataclass(frozen=True)
class Comparison:
    columns: list[Column]
    rows: list[Row]
    differences: list[Difference]

    @property
    def span(self) -> int:
        """Rows that a hospital without a quote stands beside: the points, the letter, how much is stated."""
        return len(self.rows) + 2

    @property
    def quoted(self) -> list[Column]:
        return [column for column in self.columns if column.quote]

    @property
    def waiting(self) -> list[Column]:
        return [column for column in self.columns if not column.quote]

    @property
    def revised(self) -> list[Column]:
        return [column for column in self.columns if column.before]


def compare(requests: list[QuoteRequest], *, today: date) -> Comparison:
    """All requests of a family, with enquiry, hospital, programs and quotes fetched; `today` in Berlin. No query."""
    chosen = any(quote_request.state == RequestState.ACCEPTED for quote_request in requests)
    columns = [_column(quote_request, today, chosen_already=chosen) for quote_request in requests]
    quoted = [column for column in columns if column.quote]
    rows = []
    for at, point in enumerate(quoted[0].points if quoted else []):
        cells = [_cell(column, at) for column in (quoted if at else columns)]
        rows.append(Row(point.key, point.label, cells))
    return Comparison(columns, rows, differences(quoted))


def _column(quote_request: QuoteRequest, today: date, *, chosen_already: bool) -> Column:
    asked = asked_words(quote_request.programs.all(), advise=quote_request.advise)
    released = sorted(
        (quote for quote in quote_request.quotes.all() if quote.released_at),
        key=lambda quote: -quote.revision,
    )
    if not released or quote_request.state == RequestState.WITHDRAWN:
        return Column(quote_request, None, asked, can_withdraw=is_withdrawal_offered(quote_request))
    before = released[1] if len(released) > 1 else None
    return Column(
        quote_request,
        released[0],
        asked,
        points=quote_points(released[0]),
        before=before,
        points_before=quote_points(before) if before else [],
        is_expired=is_out_of_date(released[0], today=today),
        can_choose=can_choose(quote_request, today=today, chosen_already=chosen_already),
        can_turn_down=can_turn_down(quote_request),
        can_withdraw=is_withdrawal_offered(quote_request),
    )


def _cell(column: Column, at: int) -> Cell:
    if column.quote is None:
        return Cell(column, None)
    point = column.points[at]
    before = column.points_before[at].value if column.points_before else point.value
    return Cell(column, point, _note(column, point), before if before != point.value else "")


def _note(column: Column, point: Point) -> str:
    if point.note is Note.WHETHER_RUN_OUT and column.is_expired:
        return _("no longer valid")
    if point.note is Note.STAY_ASKED_FOR:
        return _("you asked for %(stay)s") % {"stay": column.asked}
    return ""


def differences(quoted: list[Column]) -> list[Difference]:
    """What makes two sums incomparable. A point that only one of them states differs too."""
    found = []
    for fact in sorted((fact for fact in FACTS if fact.differs_at), key=lambda fact: fact.differs_at or 0):
        values = [(column.hospital, _in_one_line(fact, column.quote)) for column in quoted]
        if len({value.casefold() for _hospital, value in values}) > 1:
            found.append(Difference(fact.label, values))
    return found


def _in_one_line(fact: Fact, quote: Quote | None) -> str:
    return " ".join(fact.words(quote).split()) or not_stated()
