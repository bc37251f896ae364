from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "languages"

    def ready(self) -> None:
        from languages import checks  # noqa: F401, PLC0415  (registers the system check)
