from django.urls import path

from enquiries.clinic import entry, quoting, request_views

app_name = "clinic"
urlpatterns = [
    *entry.addresses,
    path("request/", request_views.request_view, name="request"),
    path("request/documents/<uuid:uid>/", request_views.document, name="document"),
    path("request/ask/", request_views.ask, name="ask"),
    path("request/quote/", quoting.quote, name="quote"),
    path("request/decline/", request_views.decline, name="decline"),
    entry.rewritten_links,
]
