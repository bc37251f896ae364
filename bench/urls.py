from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from all_portal import urls
from all_portal.urls import handler400, handler403, handler404, handler500  # noqa: F401


@login_not_required
def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse("empty")


urlpatterns = [*urls.urlpatterns, path("bench/empty/", empty)]
