from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ground.berlin import today_in_berlin
from ground.taken_down import taken_down
from hospitals.fact_keys import WHO_TREATS
from hospitals.models import facts_in
from hospitals.pages.fact_rows import facts_of
from languages.activation import language_in_use
from programs.models import Program
from programs.pages.comparison import compare_picks
from programs.pages.finder import build_finder
from programs.pages.listing import group_programs
from programs.pages.stay_axis import draw_axis
from programs.picks import read_picks

MOST_LINKS = 25


@login_not_required
@require_safe
def program_list(request: HttpRequest) -> HttpResponse:
    finder = build_finder(query=request.GET)
    groups = group_programs(finder.programs, by_stay=finder.filters.sort == "stay")
    return render(request, "programs/list.html", {"finder": finder, "groups": groups})


@login_not_required
@require_safe
def program_detail(request: HttpRequest, hospital: str, days: int) -> HttpResponse:
    programs = Program.objects.listed()
    program = programs.filter(hospital__slug=hospital, stay_days=days).first()
    if program is None:
        once = Program.objects.filter(hospital__slug=hospital, stay_days=days)
        return taken_down(request, was_public=once.exists())
    language = language_in_use()
    prefetch_related_objects([program.hospital], *facts_in(language))
    siblings = list(programs.filter(hospital=program.hospital))
    context = {
        "program": program,
        "hospital": program.hospital,
        "accepts": program.hospital.accepts_requests(today_in_berlin()),
        "about": facts_of(program.hospital, WHO_TREATS, language=language),
        "axis": draw_axis([one.stay_days for one in siblings], marked=days),
        "siblings": [one for one in siblings if one != program],
        "same_stay": programs.filter(stay_days=days).exclude(pk=program.pk)[:MOST_LINKS],
        "crumbs": [(_("Programs"), reverse("programs:list"))],
    }
    return render(request, "programs/detail.html", context)


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    picks = read_picks(request.GET)
    context = {"picks": picks, "crumbs": [(_("Programs"), reverse("programs:list"))]}
    if picks:
        context["comparison"] = compare_picks(picks, language=language_in_use())
    else:
        context["finder"] = build_finder(query=request.GET)
    return render(request, "programs/compare.html", context)
