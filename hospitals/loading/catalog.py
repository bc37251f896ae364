"""hospitals.json into the database: sources first, then each hospital with its facts."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ground.berlin import today_in_berlin
from ground.loading.merging import apply_row, apply_values, as_json, cleaned
from ground.loading.refusals import FileRefused, Refusal
from ground.loading.rows import Row, take_rows
from ground.loading.tally import Outcome, Tally
from hospitals import own_clocks
from hospitals.fact_keys import FactKey
from hospitals.loading.reading import json_rows
from hospitals.models import Hospital, HospitalFact, Source

SOURCE_FIELDS = {"title", "publisher", "year", "url"}
HOSPITAL_FIELDS = {
    "name", "short_name", "catalog_name", "city", "land", "land_code", "latitude", "longitude", "website",
    "position", "channel", "own_form_url", "request_email", "language", "quotes_need_release",
    "not_accepting_until_on", "is_published", *own_clocks.NAMES,
}  # fmt: skip
HOSPITAL_NEEDS = {"name", "short_name", "city", "land", "land_code", "latitude", "longitude", "website"}
FACT_FIELDS = {"value", "status", "checked_on"}


def load_catalog(content: dict[str, Any], tally: Tally) -> None:
    if stray := set(content) - {"sources", "hospitals", "__line__"}:
        raise FileRefused([Refusal(1, _("unknown here: %(names)s") % {"names": ", ".join(sorted(stray))})])
    sources = _load_sources(json_rows(content, "sources"), tally)
    known = {hospital.slug: hospital for hospital in Hospital.objects.prefetch_related("facts__sources")}
    seen: set[str] = set()
    take_rows(
        json_rows(content, "hospitals"), lambda row: _load_hospital(row, known, seen, sources, tally), tally
    )
    tally.missing = [str(hospital) for slug, hospital in known.items() if slug not in seen]


def _load_sources(rows: list[Row], tally: Tally) -> dict[str, Source]:
    known = Source.objects.in_bulk(field_name="code")
    seen: set[str] = set()

    def load_source(row: Row) -> None:
        code = _key(row, "code", seen)
        values = _fields(row, SOURCE_FIELDS, needs={"title", "publisher", "url"}, beside={"code"})
        known.setdefault(code, Source(code=code))
        apply_row(known[code], values, tally=tally)

    take_rows(rows, load_source, tally)
    return known


def _load_hospital(row: Row, known: dict, seen: set[str], sources: dict[str, Source], tally: Tally) -> None:
    slug = _key(row, "slug", seen)
    values = _fields(row, HOSPITAL_FIELDS, needs=HOSPITAL_NEEDS, beside={"slug", "facts"})
    hospital = known.get(slug) or Hospital(slug=slug)
    apply_row(hospital, values, tally=tally)
    _load_facts(hospital, json_rows(row.values | {"__line__": row.line}, "facts"), sources, tally)


def _load_facts(hospital: Hospital, rows: list[Row], sources: dict[str, Source], tally: Tally) -> None:
    known = {fact.key: fact for fact in hospital.facts.all()}
    seen: set[str] = set()
    once_loaded = set(hospital.loaded.get("facts", []))

    def load_fact(row: Row) -> None:
        key = _key(row, "key", seen)
        if key not in FactKey.values:
            raise ValidationError(_("no fact is called “%(key)s”.") % {"key": key})
        if key in once_loaded and key not in known:
            tally.kept.append(f"{hospital}: {FactKey(key).label}")  # an editor has deleted it
        else:
            _load_fact(known.get(key) or HospitalFact(hospital=hospital, key=key), row, sources, tally)

    take_rows(rows, load_fact, tally)
    if not seen <= once_loaded:
        hospital.loaded = hospital.loaded | {"facts": sorted(seen | once_loaded)}
        hospital.save(update_fields=["loaded"])


def _load_fact(fact: HospitalFact, row: Row, sources: dict[str, Source], tally: Tally) -> None:
    values = _fields(row, FACT_FIELDS, needs={"status", "checked_on"}, beside={"key", "sources"})
    codes = _source_codes(row, sources)
    _check_fact(values, codes)
    incoming = cleaned(fact, values)
    current = (
        as_json(fact, values) | {"sources": sorted(source.code for source in fact.sources.all())}
        if fact.pk
        else {}
    )
    if current and current != fact.loaded and current != incoming | {"sources": codes}:
        # A fact is one statement: an editor's half and the file's other half could say what neither meant.
        tally.kept.append(str(fact))
        tally.count(Outcome.UNCHANGED)
        return
    others = bool(current) and current["sources"] != codes
    outcome = apply_values(fact, values, tally=tally, also_loaded={"sources": codes})
    tally.count(Outcome.UPDATED if others else outcome)
    if others:
        fact.sources.set([sources[code] for code in codes])
    elif not current:
        fact.sources.add(*(sources[code] for code in codes))


def _check_fact(values: dict[str, Any], codes: list[str]) -> None:
    if values["status"] == HospitalFact.Status.VERIFIED and not codes:
        raise ValidationError(_("a fact that was read in a source must name the source."))
    if str(values["checked_on"]) > today_in_berlin().isoformat():
        raise ValidationError(_("checked_on: this day is still to come."))


def _source_codes(row: Row, sources: dict[str, Source]) -> list[str]:
    codes = row.values.get("sources", [])
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise ValidationError(_("sources: a list of codes is expected."))
    if unknown := [code for code in codes if code not in sources]:
        raise ValidationError(_("no source is called “%(code)s”.") % {"code": unknown[0]})
    return sorted(set(codes))


def _key(row: Row, name: str, seen: set[str]) -> str:
    key = row.values.get(name)
    if not isinstance(key, str) or not key:
        raise ValidationError(_("“%(name)s” is missing.") % {"name": name})
    if key in seen:
        raise ValidationError(_("“%(key)s” stands here for the second time.") % {"key": key})
    seen.add(key)
    return key


def _fields(row: Row, allowed: set[str], *, needs: set[str], beside: set[str]) -> dict[str, Any]:
    if stray := set(row.values) - allowed - beside:
        raise ValidationError(_("unknown here: %(names)s") % {"names": ", ".join(sorted(stray))})
    if lacking := needs - set(row.values):
        raise ValidationError(_("missing: %(names)s") % {"names": ", ".join(sorted(lacking))})
    return {name: value for name, value in row.values.items() if name in allowed}
