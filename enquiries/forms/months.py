"""Months as families know them: often only the year, and never a day."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ground.berlin import latest_today

OLDEST_YEARS = 120


class MonthWidget(forms.MultiWidget):
    """A month to pick and a year to type: no date picker makes anyone leaf back forty years."""

    use_fieldset = True

    def __init__(self, *, month_autocomplete: str = "off", year_autocomplete: str = "off") -> None:
        month = forms.Select(
            attrs={"autocomplete": month_autocomplete},
            choices=[
                ("", _("not known")),
                *((f"{number:02}", name) for number, name in MONTHS.items()),
            ],
        )
        year = forms.TextInput(
            attrs={
                "autocomplete": year_autocomplete,
                "inputmode": "numeric",
                "size": "4",
                "class": "year",
            }
        )
        super().__init__({"month": month, "year": year})

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Each part under its own visible label."""
        parts = self.get_context(name, value, attrs)["widget"]["subwidgets"]
        return format_html(
            '<span class="month-parts">{}</span>',
            format_html_join(
                "",
                '<span><label for="{}">{}</label>{}</span>',
                (
                    (
                        part["attrs"]["id"],
                        label,
                        self._render(part["template_name"], {"widget": part}, renderer),  # type: ignore[attr-defined]
                    )
                    for part, label in zip(parts, (_("Month"), _("Year")), strict=True)
                ),
            ),
        )

    def decompress(self, value: str | None) -> list[str]:
        year, _dash, month = (value or "").partition("-")
        return [month, year]


class MonthField(forms.MultiValueField):
    """`2019-04`, or `2019` when the month is not known. A year in any script's digits is read."""

    def __init__(self, *, widget: MonthWidget, **kwargs: Any) -> None:
        month = forms.ChoiceField(choices=[(f"{number:02}", "") for number in range(1, 13)], required=False)
        year = forms.CharField(required=False, max_length=20)
        super().__init__((month, year), widget=widget, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> str:
        month, year = [*(value or []), "", ""][:2]
        if (month or "").strip() and not (year or "").strip():
            raise ValidationError(_("Please add the year, with four digits."), code="no_year")
        return super().clean(value)

    def compress(self, data_list: list[str]) -> str:
        month, year_typed = data_list or ["", ""]
        if not year_typed:
            return ""
        year = _read_year(year_typed)
        this_month = latest_today().replace(day=1)
        if year is None or year < this_month.year - OLDEST_YEARS:
            raise ValidationError(
                _("Please type the year with four digits, for example %(year)s."),
                params={"year": this_month.year - 9},
            )
        if year > this_month.year or (month and date(year, int(month), 1) > this_month):
            raise ValidationError(
                _("This month is still to come. Please check month and year."), code="future"
            )
        return f"{year}-{month}" if month else str(year)


def _read_year(typed: str) -> int | None:
    digits = typed.strip()
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None
