"""One address that takes files, for the tests of how they are taken."""

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from all_portal.urls import handler400, urlpatterns  # noqa: F401


@csrf_exempt
@login_not_required
def take(request):
    files = [
        {
            "field": field,
            "name": file.name,
            "size": file.size,
            "read": len(file.read()),
            "kind": type(file).__name__,
        }
        for field, sent in request.FILES.lists()
        for file in sent
    ]
    return JsonResponse({"files": files, "typed": request.POST.get("typed")})


urlpatterns = [path("take/", take), *urlpatterns]
