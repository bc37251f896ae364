"""Counting a million rows takes longer than showing 25 of them."""

import json
from typing import Any

from django.core.paginator import Paginator
from django.db import connections
from django.utils.functional import cached_property

EXACT_UP_TO = 5000


class EstimatingPaginator(Paginator):
    """Exact up to EXACT_UP_TO rows. Beyond that PostgreSQL's planner is asked for its estimate; SQLite, which only a
    trial runs on, counts on."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        rows = rows.order_by()
        counted = rows[: EXACT_UP_TO + 1].count()
        if counted <= EXACT_UP_TO:
            return counted
        if connections[rows.db].vendor != "postgresql":
            return rows.count()
        plan = json.loads(rows.explain(format="json"))
        return max(counted, int(plan[0]["Plan"]["Plan Rows"]))

    @cached_property
    def is_estimate(self) -> bool:
        return self.count > EXACT_UP_TO
