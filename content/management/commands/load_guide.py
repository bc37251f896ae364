from pathlib import Path

from content.loading import DATA, GuideLoad, load_guide
from ground.loading.command import LoadCommand
from ground.loading.tally import Tally


class Command(LoadCommand):
    help = "Loads the disease guide: references, glossary and articles. What an editor has changed stays."
    data = DATA
    path_help = "a folder with articles/, references.json, glossary.json"
    load = staticmethod(load_guide)
    counts = (
        "{created} created, {updated} updated, {unchanged} unchanged, "
        "{kept} kept as an editor changed them, 0 refused."
    )
    refusal = "{count} refused, nothing was applied."

    def tallies(self, loaded: GuideLoad, path: Path) -> dict[str, Tally]:
        return loaded.tallies
