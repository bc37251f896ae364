from django.urls import path

from all_portal.pages import home, static_pages

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("about/", static_pages.about, name="about"),
    path("privacy/", static_pages.privacy, name="privacy"),
    path("imprint/", static_pages.imprint, name="imprint"),
    path("accessibility/", static_pages.accessibility, name="accessibility"),
]
