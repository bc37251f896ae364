"""Loading the programs: rerunnable, all or nothing, and never against an editor."""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from ground.loading.refusals import FileRefused
from programs.loading import DATA_FILE, load_programs
from programs.models import Program
from tests.factories import make_hospital

pytestmark = pytest.mark.django_db
HEADER = "hospital,stay_days,setting,price\n"
STAYS = {12, 21, 25, 31, 34, 57}


@pytest.fixture
def file(tmp_path):
    def write(text: str | bytes):
        path = tmp_path / "list.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def ulm():
    hospital = make_hospital("ulm", name="Ulm University Hospital", catalog_name="University Hospital Ulm")
    hospital.programs.all().delete()
    return hospital


def refusals(path):
    with pytest.raises(FileRefused) as refused:
        load_programs(path)
    return [(one.line, one.reason) for one in refused.value.refusals]


def test_the_shipped_list_is_five_hospitals_by_six_stays_inpatient_and_on_request(catalog):
    programs = Program.objects.select_related("hospital")
    offered = {}
    for program in programs:
        offered.setdefault(program.hospital.slug, set()).add(program.stay_days)
    assert offered == dict.fromkeys(("ulm", "aachen", "frankfurt", "freiburg", "heidelberg"), STAYS)
    assert programs.count() == 30
    assert {(one.setting, one.price, one.is_active) for one in programs} == {
        ("inpatient", "on_request", True)
    }
    assert len(list(csv.DictReader(DATA_FILE.read_text().splitlines()))) == 30


def test_loading_again_changes_nothing(catalog):
    tally = load_programs()
    assert (tally.created, tally.updated, tally.unchanged, tally.kept) == (0, 0, 30, [])


def test_a_dry_run_counts_and_writes_nothing(ulm, file):
    path = file(HEADER + "ulm,12,inpatient,on request\n")
    assert load_programs(path, dry_run=True).created == 1
    assert Program.objects.count() == 0


@pytest.mark.parametrize("name", ["ulm", "ULM", "Ulm University Hospital", "university hospital ulm"])
def test_a_hospital_may_be_called_by_any_of_its_names(ulm, file, name):
    load_programs(file(HEADER + f"{name},12,Inpatient,On request\n"))
    assert [str(one) for one in ulm.programs.all()] == ["Ulm University Hospital, 12 days"]


def test_columns_in_another_order_a_bom_and_empty_lines_do_no_harm(ulm, file):
    text = "\ufeffprice,stay_days,hospital,setting\r\n\r\non request, 12 ,ulm,inpatient\r\n,,,\r\n"
    assert load_programs(file(text)).created == 1


def test_a_program_an_editor_took_off_the_list_stays_off(catalog):
    Program.objects.filter(hospital__slug="ulm", stay_days=12).update(is_active=False)
    load_programs()
    assert not Program.objects.get(hospital__slug="ulm", stay_days=12).is_active


def test_a_program_missing_from_the_file_is_left_and_named(ulm, file):
    load_programs(file(HEADER + "ulm,12,inpatient,on request\nulm,21,inpatient,on request\n"))
    tally = load_programs(file(HEADER + "ulm,21,inpatient,on request\n"))
    assert (tally.missing, Program.objects.count()) == (["Ulm University Hospital, 12 days"], 2)


def test_each_bad_row_is_named_with_its_line_and_nothing_is_applied(ulm, file):
    path = file(
        HEADER
        + "ulm,12,inpatient,on request\n"
        + "atlantis,12,inpatient,on request\n"
        + "ulm,twelve,inpatient,on request\n"
        + "\n"
        + "ulm,21,outpatient,on request\n"
        + "ulm,25,inpatient,5000\n"
        + "ulm,12,inpatient,on request\n"
        + "ulm,0,inpatient,on request\n"
        + "ulm,366,inpatient,on request\n"
        + "ulm,٣,inpatient,on request\n"
    )
    wrong_days = "stay_days must be a whole number from 1 to 365, not “%s”."
    assert refusals(path) == [
        (3, "no hospital is called “atlantis”."),
        (4, wrong_days % "twelve"),
        (6, "setting: Value 'outpatient' is not a valid choice."),
        (7, "price: Value '5000' is not a valid choice."),
        (8, "the same program already stands on line 2."),
        (9, wrong_days % "0"),
        (10, wrong_days % "366"),
        (11, wrong_days % "٣"),
    ]
    assert Program.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("hospital;stay_days;setting;price\n", 1),
        ("hospital,stay_days,setting\nulm,12,inpatient\n", 1),
        (HEADER + "ulm,12,inpatient\n", 2),
        (HEADER + "ulm,12,inpatient,on request,more\n", 2),
        (HEADER + 'ulm,12,inpatient,"on request\n', 2),
        (HEADER.encode() + b"ulm,12,inpatient,on request\nM\xfcnchen,12,inpatient,on request\n", 3),
    ],
)
def test_a_file_that_is_no_list_of_programs_is_refused(ulm, file, text, line):
    assert [one[0] for one in refusals(file(text))] == [line]
    assert Program.objects.count() == 0


def test_the_command_says_what_it_did_and_fails_on_a_bad_row(ulm, file):
    out = StringIO()
    call_command("load_programs", file(HEADER + "ulm,12,inpatient,on request\n"), dry_run=True, stdout=out)
    assert out.getvalue() == (
        "Dry run, nothing written: list.csv: 1 created, 0 updated, 0 unchanged, 0 refused, "
        "0 kept as an editor changed them.\n"
    )
    with pytest.raises(CommandError) as error:
        call_command("load_programs", file(HEADER + "ulm,x,inpatient,on request\n"))
    assert str(error.value) == (
        "Line 2: stay_days must be a whole number from 1 to 365, not “x”.\n"
        "list.csv: 1 refused, nothing was applied."
    )


@pytest.mark.parametrize(
    "wrong",
    [{"stay_days": 0}, {"stay_days": 366}, {"setting": "outpatient"}, {"price": "5000"}, {"stay_days": 12}],
)
def test_the_database_itself_refuses_what_no_program_can_be(ulm, wrong):
    Program.objects.create(hospital=ulm, stay_days=12)
    with pytest.raises(IntegrityError), transaction.atomic():
        Program.objects.create(**({"hospital": ulm, "stay_days": 21} | wrong))
