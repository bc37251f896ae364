"""The list of programs into the database; and, for measurements, a made-up one of any size."""

from programs.loading.catalog import DATA_FILE, load_programs

__all__ = ["DATA_FILE", "load_programs"]
