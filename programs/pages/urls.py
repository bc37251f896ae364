from django.urls import path, register_converter

from programs.pages import views


class DaysConverter:
    """One address per program: no leading zeros, nothing longer than a year could be."""

    regex = "[1-9][0-9]{0,2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(DaysConverter, "stay")

app_name = "programs"
urlpatterns = [
    path("", views.program_list, name="list"),
    path("compare/", views.compare, name="compare"),
    path("<slug:hospital>/<stay:days>-days/", views.program_detail, name="detail"),
]
