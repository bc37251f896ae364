from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hospitals.models import Hospital


@login_not_required
def hospital_list(request: HttpRequest) -> HttpResponse:
    return render(request, "hospitals/list.html", {"hospitals": Hospital.objects.published()})


@login_not_required
def hospital_detail(request: HttpRequest, slug: str) -> HttpResponse:
    hospital = get_object_or_404(Hospital.objects.published().with_facts(), slug=slug)
    return render(request, "hospitals/detail.html", {"hospital": hospital})
