"""A made-up catalogue far larger than the real one, to see that the pages stay quick and usable. Never real data."""

from django.conf import settings
from django.core.management.base import CommandError
from django.db import transaction

from ground.berlin import today_in_berlin
from hospitals.fact_keys import FactKey
from hospitals.models import Hospital, HospitalFact
from programs.models import Program

SLUG = "made-up-"
STAYS = (7, 12, 14, 21, 25, 28, 31, 34, 42, 57)
LANDS = {
    "BB": "Brandenburg", "BE": "Berlin", "BW": "Baden-Württemberg", "BY": "Bavaria", "HB": "Bremen", "HE": "Hesse",
    "HH": "Hamburg", "MV": "Mecklenburg-Vorpommern", "NI": "Lower Saxony", "NW": "North Rhine-Westphalia",
    "RP": "Rhineland-Palatinate", "SH": "Schleswig-Holstein", "SL": "Saarland", "SN": "Saxony",
    "ST": "Saxony-Anhalt", "TH": "Thuringia",
}  # fmt: skip


@transaction.atomic
def make_catalog(*, hospitals: int, programs: int) -> tuple[int, int]:
    """How many were made. What an earlier run made is replaced. At most ten programs a hospital."""
    remove_catalog()
    made = Hospital.objects.bulk_create([_hospital(number) for number in range(1, hospitals + 1)])
    today = today_in_berlin()
    HospitalFact.objects.bulk_create(
        [
            HospitalFact(
                hospital=one, key=FactKey.LANGUAGES, value="Made up: any language.",
                status=HospitalFact.Status.NOT_CONFIRMED, checked_on=today,
            )
            for one in made
        ]
    )  # fmt: skip
    offered = [
        Program(hospital=one, stay_days=STAYS[(turn + number) % len(STAYS)])
        for turn in range(len(STAYS))
        for number, one in enumerate(made)
    ]
    return len(made), len(Program.objects.bulk_create(offered[:programs]))


def remove_catalog() -> None:
    """Raises ProtectedError where an enquiry asks one of them."""
    refuse_on_a_real_installation()
    Program.objects.filter(hospital__slug__startswith=SLUG).delete()
    Hospital.objects.filter(slug__startswith=SLUG).delete()


def refuse_on_a_real_installation() -> None:
    if not settings.LOCAL:
        raise CommandError("This makes up hospitals: only for DEMO=1 or DEBUG=1, never where families read.")


def _hospital(number: int) -> Hospital:
    code = list(LANDS)[number % len(LANDS)]
    return Hospital(
        slug=f"{SLUG}{number:03}",
        name=f"Made-up Hospital {number:03}",
        short_name=f"Made-up {number:03}",
        city=f"Made-up Town {number % 90:02}",
        land=LANDS[code],
        land_code=code,
        latitude=48.2 + 5.4 * (number * 0.618034 % 1),
        longitude=8 + 4 * (number * 0.754878 % 1),
        website=f"https://hospital-{number:03}.example.org/",
        position=1000 + number,
        channel=Hospital.Channel.PORTAL,
        request_email=f"hospital-{number:03}@example.org",
    )
