from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from enquiries.rules.diagram import with_diagram


class Command(BaseCommand):
    help = "Draws the state diagram from the transition table into README.md."

    def handle(self, *args: Any, **options: Any) -> None:
        readme = settings.BASE_DIR / "README.md"
        readme.write_text(with_diagram(readme.read_text()))
        self.stdout.write("README.md: state diagram drawn")
