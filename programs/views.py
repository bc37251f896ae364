from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from programs.models import Program
from programs.picks import read_picks


@login_not_required
def program_list(request: HttpRequest) -> HttpResponse:
    return render(request, "programs/list.html", {"programs": Program.objects.listed()})


@login_not_required
def program_detail(request: HttpRequest, hospital: str, days: int) -> HttpResponse:
    program = get_object_or_404(Program.objects.listed(), hospital__slug=hospital, stay_days=days)
    return render(request, "programs/detail.html", {"program": program})


@login_not_required
def compare(request: HttpRequest) -> HttpResponse:
    return render(request, "programs/compare.html", {"picks": read_picks(request.GET)})
