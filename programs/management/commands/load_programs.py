from hospitals.load_command import LoadCommand
from programs.loading import DATA_FILE, load_programs


class Command(LoadCommand):
    help = "Load the programs. Can be run again; keeps what an editor has changed. Load the hospitals first."
    data_file = DATA_FILE
    load = staticmethod(load_programs)
