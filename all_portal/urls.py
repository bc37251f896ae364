from django.contrib import admin
from django.urls import include, path

from languages.addresses import in_every_language

urlpatterns = [
    path("", include("all_portal.pages.machine_urls")),
    path("admin/", admin.site.urls),
    *in_every_language(
        path("", include("all_portal.pages.urls")),
        path("programs/", include("programs.pages.urls")),
        path("hospitals/", include("hospitals.pages.urls")),
        path("", include("content.pages.urls")),
        path("enquiry/", include("enquiries.family.enquiry.urls")),
        path("status/", include("enquiries.family.status.urls")),
        path("clinic/", include("enquiries.clinic.urls")),
    ),
]
handler400 = "all_portal.serving.errors.bad_request"
handler403 = "all_portal.serving.errors.permission_denied"
handler404 = "all_portal.serving.errors.page_not_found"
handler500 = "all_portal.serving.errors.server_error"
