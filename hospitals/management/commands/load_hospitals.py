from ground.loading.command import LoadCommand
from hospitals.loading import DATA_FILE, load_hospitals


class Command(LoadCommand):
    help = "Load the hospitals, their facts and sources. Can be run again; keeps what an editor has changed."
    data = DATA_FILE
    load = staticmethod(load_hospitals)
