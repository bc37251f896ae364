from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand

from all_portal.demo.making import collect_static, make_staff
from enquiries.demo import make_demo_enquiries

LOADERS = ("load_hospitals", "load_programs", "load_guide")


class Command(BaseCommand):
    help = (
        "Prepares a demo on this machine: database, catalog, guide, staff, made-up enquiries. Safe to repeat."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.LOCAL:
            raise CommandError(
                "This makes a demo: set DEMO=1. A real installation uses migrate and the loaders."
            )
        call_command("compile_texts", stdout=self.stdout)
        call_command("createcachetable", verbosity=0)
        call_command("migrate", interactive=False, verbosity=0)
        for loader in LOADERS:
            call_command(loader, stdout=self.stdout)
        make_staff()
        make_demo_enquiries()
        if not settings.DEBUG:
            collect_static()
