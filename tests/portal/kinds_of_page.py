"""One page of each kind that anybody may read, and the pages of a person."""

from django.http import HttpResponse

CACHING = "public, max-age=0, s-maxage=1, must-revalidate"
PAGES = ["/", "/programs/", "/leukemia/what-is-all/"]
# One of each kind, with what only some of its states show.
KINDS = [
    *PAGES,
    "/programs/?p=ulm-21&advise=heidelberg&days=99",
    "/programs/?days=21&sort=stay",
    "/programs/compare/?p=ulm-21&p=freiburg-31&advise=heidelberg",
    "/programs/compare/",
    "/programs/ulm/21-days/",
    "/hospitals/",
    "/hospitals/ulm/",
    "/leukemia/",
    "/leukemia/symptoms-and-urgent-help/",
    "/leukemia/treatment-overview/",
    "/leukemia/coming-to-germany/",
    "/leukemia/emergency-signs/",
    "/coming-to-germany/papers/",
    "/glossary/",
    "/search/?q=mrd",
    "/search/?q=zzzzqqqq",
    "/about/",
    "/privacy/",
    "/imprint/",
    "/accessibility/",
    "/report/thanks/",
    "/no-such-page/",
    "/leukemia/no-such-page/",
    "/hospitals/no-such-page/",
]
PERSONAL = ["/enquiry/", "/status/", "/clinic/", "/admin/", "/admin/login/"]


def ask(client, path: str, accepted: str = "br, gzip", **headers: str) -> HttpResponse:
    return client.get(path, headers={"accept-encoding": accepted, **headers})
