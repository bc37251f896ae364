"""A quote as a hospital's office types it, or a coordinator for it: its fields are the facts of a quote
(enquiries.words.quote_facts). What can't be is said by enquiries.rules.quote_rules, in the same words whoever types."""

from datetime import date
from typing import TYPE_CHECKING, Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from enquiries.forms.quote_fields import quote_fields
from enquiries.forms.ready_fields import plain_helper
from enquiries.forms.sums import contradiction
from enquiries.models import Quote
from enquiries.rules import quote_rules
from enquiries.words.quote_facts import FACTS
from enquiries.words.quote_facts.fact import Section, ToldWith
from enquiries.words.quote_facts.kinds import Sum
from ground.berlin import today_in_berlin

SUMS = [fact.field for fact in FACTS if isinstance(fact.kind, Sum)]

# Made from the rows as a class of its own, so that a form that adds fields keeps them in their order.
if TYPE_CHECKING:
    FactsForm = forms.Form
else:
    FactsForm = type("FactsForm", (forms.Form,), quote_fields())


class QuoteForm(FactsForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(Layout(*(Fieldset(part.label, *_lines(part)) for part in Section)))

    def day_of_answer(self) -> date:
        """The hospital answers by sending this very form."""
        return today_in_berlin()

    def clean(self) -> dict:
        super().clean()
        self._facts = self._read_facts()
        for field, sentence in quote_rules.misfits(
            self._facts, today=today_in_berlin(), answered_on=self.day_of_answer()
        ):
            if field not in self.errors:
                self.add_error(field, sentence)
        self._refuse_contradictions()
        return self.cleaned_data

    def _refuse_contradictions(self) -> None:
        """A sum is never read against what its writer wrote beside it."""
        currency = self.cleaned_data.get("currency")
        if not currency:
            return
        for name in SUMS:
            if name not in self.errors and (said := contradiction(self[name].value() or "", currency)):
                self.add_error(name, said)

    def facts(self) -> dict:
        """As Quote's fields: a single sum is a range of one, a single number of weeks too."""
        return self._facts

    def _read_facts(self) -> dict:
        typed = {fact.field: self.cleaned_data.get(fact.field) for fact in FACTS}
        instead = {fact.field: typed[fact.or_else] for fact in FACTS if fact.or_else}
        return {name: instead.get(name) if value is None else value for name, value in typed.items()}


def _lines(part: Section) -> list[str | Row]:
    lines: list[list[str]] = []
    for fact in FACTS:
        if fact.asked.section is not part:
            continue
        if fact.asked.beside:
            lines[-1].append(fact.field)
        else:
            lines.append([fact.field])
    return [Row(*names) if len(names) > 1 else names[0] for names in lines]


def facts_of(quote: Quote) -> dict:
    """A quote's facts as the form's first values, for a revision: a range of one is a single number again."""
    facts = {fact.field: getattr(quote, fact.field) for fact in FACTS}
    ranges = [fact for fact in FACTS if fact.or_else and fact.told == ToldWith(fact.or_else)]
    of_one = [fact.field for fact in ranges if facts[fact.field] == facts[fact.or_else]]
    return facts | dict.fromkeys(of_one)
