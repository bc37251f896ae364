import re
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from content.loading.checks import check_names, check_types
from content.loading.reading import take_file
from content.models import GlossaryTerm, Reference
from ground.loading.merging import apply_values
from ground.loading.rows import Row
from ground.loading.tally import Outcome, Tally

TYPES: dict[str, type | tuple[type, ...]] = {"term": str, "also": list, "definition": str, "sources": list}


def load_glossary(path: Path, tally: Tally) -> None:
    known = {term.term: term for term in GlossaryTerm.objects.prefetch_related("references")}
    references = Reference.objects.in_bulk(field_name="key")
    seen: set[str] = set()
    take_file(path, lambda row: load_term(row, known, references, seen, tally), tally)


def load_term(row: Row, known: dict, references: dict, seen: set[str], tally: Tally) -> None:
    check_names(row.values, set(TYPES))
    check_types(row.values, TYPES)
    values = dict(row.values)
    name, keys = values.pop("term"), values.pop("sources")
    check_lists(values["also"], keys, references)
    for spelling in [name, *values["also"]]:
        if spelling.casefold() in seen:
            raise ValidationError(_("“%s” stands here for the second time.") % spelling)
        seen.add(spelling.casefold())
    term = known.get(name) or GlossaryTerm(term=name, slug=term_slug(name))
    outcome = apply_values(term, values, tally=tally)
    if set_references(term, sorted(set(keys)), references, tally) and outcome == Outcome.UNCHANGED:
        outcome = Outcome.UPDATED
    tally.count(outcome)


def check_lists(also: list, keys: list, references: dict) -> None:
    if not all(isinstance(spelling, str) and spelling.strip() for spelling in also):
        raise ValidationError(_("also: a list of words is expected."))
    for key in keys:
        if not isinstance(key, str) or key not in references:
            raise ValidationError(_("Unknown reference %s.") % key)


def set_references(term: GlossaryTerm, keys: list[str], references: dict, tally: Tally) -> bool:
    current = sorted(reference.key for reference in term.references.all())
    loaded = term.loaded.get("references")
    changed = current != keys
    if changed and loaded is not None and current != loaded:
        tally.kept.append(f"{term}: " + _("references"))
        changed = False
    if changed:
        term.references.set([references[key] for key in keys])
    if loaded != keys:
        term.loaded = term.loaded | {"references": keys}
        term.save(update_fields=["loaded"])
    return changed


def term_slug(term: str) -> str:
    return slugify(re.sub(r"[:/+]+", " ", term), allow_unicode=False) or "term"
