from ground.loading.command import LoadCommand
from programs.loading import DATA_FILE, load_programs


class Command(LoadCommand):
    help = "Load the programs. Can be run again; keeps what an editor has changed. Load the hospitals first."
    data = DATA_FILE
    load = staticmethod(load_programs)
