from django.urls import path

from all_portal.pages import home, papers, report, search, static_pages

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("about/", static_pages.about, name="about"),
    path("privacy/", static_pages.privacy, name="privacy"),
    path("imprint/", static_pages.imprint, name="imprint"),
    path("accessibility/", static_pages.accessibility, name="accessibility"),
    path("report/", report.report, name="report"),
    path("report/thanks/", report.thanks, name="report_thanks"),
    path("coming-to-germany/papers/", papers.papers, name="papers"),
]
