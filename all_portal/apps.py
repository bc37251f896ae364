from django.apps import AppConfig


class AllPortalConfig(AppConfig):
    name = "all_portal"
    verbose_name = "ALL Portal"

    def ready(self) -> None:
        from all_portal import checks  # noqa: F401, PLC0415  (registers the system checks)
