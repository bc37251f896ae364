from django.urls import path

from all_portal.pages import home, machine, papers, report, search, sitemap, static_pages

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
    path("healthz", machine.healthz, name="healthz"),
    path("robots.txt", machine.robots, name="robots"),
    path("favicon.ico", machine.favicon, name="favicon"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path(".well-known/security.txt", machine.security_txt, name="security_txt"),
]
