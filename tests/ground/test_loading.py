"""What every loader stands on: whatever a file brings, an editor's word stays, and a refusal says where and why."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from content.models import GlossaryTerm, Reference
from ground.loading.command import LoadCommand
from ground.loading.merging import apply_row, apply_values, cleaned
from ground.loading.refusals import FileRefused, Refusal, reasons
from ground.loading.rows import Row, take_rows
from ground.loading.tally import Outcome, Tally, load_whole, refuse_if_any

VALUES = {
    "title": "T", "publisher": "P", "year": 2024, "url": "https://a.example.org/", "checked": "read whole",
}  # fmt: skip


def load(values=VALUES, *, key="KKI"):
    reference = Reference.objects.filter(key=key).first() or Reference(key=key)
    tally = Tally()
    return apply_values(reference, values, tally=tally), tally.kept


def test_a_row_is_created_then_unchanged_then_updated_and_kept_where_an_editor_was(db):
    assert load() == (Outcome.CREATED, [])
    assert load() == (Outcome.UNCHANGED, [])
    assert load({**VALUES, "year": 2025}) == (Outcome.UPDATED, [])
    Reference.objects.update(title="By an editor")
    assert load({**VALUES, "year": 2025, "title": "New"}) == (Outcome.KEPT, ["KKI: By an editor: title"])
    assert load({**VALUES, "year": 2026, "title": "New"}) == (Outcome.UPDATED, ["KKI: By an editor: title"])
    assert Reference.objects.values_list("title", "year").get() == ("By an editor", 2026)


def test_an_editor_s_word_stays_also_where_no_file_has_said_anything_yet(db):
    """The editor sets what the file leaves open; years later the file says something else."""
    without_year = {name: value for name, value in VALUES.items() if name != "year"}
    load(without_year)
    Reference.objects.update(year=2020)
    assert load(VALUES) == (Outcome.KEPT, ["KKI: T: year"])
    assert Reference.objects.get().year == 2020


def test_when_the_file_says_what_the_editor_said_both_go_on_together(db):
    load()
    Reference.objects.update(title="Better")
    assert load({**VALUES, "title": "Better"}) == (Outcome.UNCHANGED, [])
    assert load({**VALUES, "title": "Best of all"}) == (Outcome.UPDATED, [])


def test_an_unchanged_row_is_not_written_again(db, django_assert_num_queries):
    load()
    reference = Reference.objects.get()
    with django_assert_num_queries(0):
        apply_values(reference, VALUES, tally=Tally())


def test_what_a_row_holds_beside_its_fields_is_remembered(db):
    reference = Reference(key="KKI")
    apply_values(reference, VALUES, tally=Tally(), also_loaded={"terms": ["a"]})
    assert Reference.objects.get().loaded == {**VALUES, "terms": ["a"]}


def test_a_second_row_of_the_same_name_is_named_and_leaves_the_transaction_whole(db):
    GlossaryTerm.objects.create(term="Blast", slug="blast", definition="A cell.")
    other = GlossaryTerm(term="Blast.", slug="blast")
    with pytest.raises(ValidationError) as problem:
        apply_values(other, {"definition": "D", "also": []}, tally=Tally())
    assert reasons(problem.value).startswith("slug: ")
    assert GlossaryTerm.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("title", ["a"], "title: a plain value is expected here."),
        ("title", None, "title: This field cannot be null."),
        ("title", "a\x00b", "title: holds a character no database can keep."),
        ("title", "a\ud800b", "title: holds a character no database can keep."),
        ("url", "javascript:x", "url: Enter a valid URL."),
    ],
)
def test_a_value_no_row_can_hold_is_refused_by_its_name(name, value, reason):
    with pytest.raises(ValidationError) as problem:
        cleaned(Reference(), {name: value})
    assert reasons(problem.value) == reason


def test_a_list_is_fine_where_the_field_keeps_one():
    assert cleaned(GlossaryTerm(), {"also": ["a", "b"]}) == {"also": ["a", "b"]}


def test_a_kept_row_counts_as_unchanged_by_the_row_and_as_nothing_by_its_outcome(db):
    load()
    Reference.objects.update(title="By an editor")
    tally = Tally()
    apply_row(Reference.objects.get(), {**VALUES, "title": "New"}, tally=tally)
    assert (tally.created, tally.updated, tally.unchanged, len(tally.kept)) == (0, 0, 1, 1)
    tally.count(Outcome.KEPT)
    assert (tally.created, tally.updated, tally.unchanged) == (0, 0, 1)


def test_each_bad_row_is_named_and_the_good_ones_are_still_tried():
    tried, tally = [], Tally()

    def take(row):
        tried.append(row.line)
        if row.values["bad"]:
            raise ValidationError("Not this one.")

    take_rows(
        [Row(1, {"bad": True}), Row(4, {"bad": False}), Row(9, {"bad": True})], take, tally, file="a.json"
    )
    assert tried == [1, 4, 9]
    assert [str(one) for one in tally.refused] == [
        "a.json, line 1: Not this one.",
        "a.json, line 9: Not this one.",
    ]


def test_a_refusal_names_the_file_only_where_there_are_several():
    assert str(Refusal(3, "no.")) == "Line 3: no."
    assert str(Refusal(3, "no.", "b.json")) == "b.json, line 3: no."


def test_one_refused_row_keeps_all_others_out(db):
    def read(tally):
        apply_row(Reference(key="KKI"), VALUES, tally=tally)
        tally.refused.append(Refusal(2, "no."))

    with pytest.raises(FileRefused, match=r"Line 2: no\."):
        load_whole(read, dry_run=False)
    assert Reference.objects.count() == 0


def test_refusals_of_all_files_are_told_together():
    tallies = [Tally(refused=[Refusal(1, "a.")]), Tally(), Tally(refused=[Refusal(2, "b.")])]
    with pytest.raises(FileRefused) as refused:
        refuse_if_any(*tallies)
    assert str(refused.value) == "Line 1: a.\nLine 2: b."
    refuse_if_any(Tally(), Tally())


def run(*, verbosity=1, dry_run=False, **attributes):
    out = StringIO()
    command = type("Command", (LoadCommand,), {"data": Path("list.csv"), **attributes})(stdout=out)
    command.handle(path=Path("list.csv"), dry_run=dry_run, verbosity=verbosity)
    return out.getvalue().splitlines()


def one_kept(path, *, dry_run):
    return Tally(created=2, unchanged=1, kept=["Ulm: website"], missing=["Aachen"])


def test_a_command_names_what_is_kept_and_missing_before_it_counts():
    counts = "2 created, 0 updated, 1 unchanged, 0 refused, 1 kept as an editor changed them."
    told = ["Kept, an editor changed it: Ulm: website", "Not in the file, left as it is: Aachen"]
    assert run(load=staticmethod(one_kept)) == [*told, f"list.csv: {counts}"]
    assert run(load=staticmethod(one_kept), dry_run=True)[-1] == (
        f"Dry run, nothing written: list.csv: {counts}"
    )
    assert run(load=staticmethod(one_kept), verbosity=0) == []


def test_a_command_that_refuses_fails_with_every_reason():
    def bad(path, *, dry_run):
        raise FileRefused([Refusal(1, "a."), Refusal(2, "b.")])

    with pytest.raises(CommandError) as error:
        run(load=staticmethod(bad))
    assert str(error.value) == "Line 1: a.\nLine 2: b.\nlist.csv: 2 refused, nothing was applied."
