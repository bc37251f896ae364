from django.urls import path

from enquiries.family.status import decisions as status_actions
from enquiries.family.status import documents as status_documents
from enquiries.family.status import entry as status_entry
from enquiries.family.status import overview as status_overview
from enquiries.family.status import writing as status_write

app_name = "status"
urlpatterns = [
    *status_entry.addresses,
    path("new-link/", status_entry.new_link, name="new_link"),
    path("enquiry/", status_overview.overview, name="enquiry"),
    path("enquiry/write/", status_write.write, name="write"),
    path("enquiry/withdraw/", status_actions.withdraw_all, name="withdraw_all"),
    path("enquiry/documents/", status_documents.documents, name="documents"),
    path("enquiry/documents/<uuid:uid>/", status_documents.document, name="document"),
    path("enquiry/<slug:hospital>/choose/", status_actions.choose, name="choose"),
    path("enquiry/<slug:hospital>/turn-down/", status_actions.turn_down, name="turn_down"),
    path("enquiry/<slug:hospital>/withdraw/", status_actions.withdraw, name="withdraw"),
    status_entry.rewritten_links,
]
