from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def taken_down(request: HttpRequest, *, was_public: bool) -> HttpResponse:
    """What was public once is gone, and says so; what never was does not exist."""
    if not was_public:
        raise Http404
    return render(request, "taken_down.html", status=410)
