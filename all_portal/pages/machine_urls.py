"""What programs ask for: one address each, in no language."""

from django.urls import path

from all_portal.pages import machine, sitemap

app_name = "machine"
urlpatterns = [
    path("healthz", machine.healthz, name="healthz"),
    path("robots.txt", machine.robots, name="robots"),
    path("favicon.ico", machine.favicon, name="favicon"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path(".well-known/security.txt", machine.security_txt, name="security_txt"),
]
