from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ground.berlin import today_in_berlin
from ground.taken_down import taken_down
from hospitals.fact_keys import ABOUT, CARE, RULES
from hospitals.models import Hospital
from hospitals.pages.fact_rows import facts_of, who_is_treated
from hospitals.pages.listing import list_hospitals
from hospitals.pages.map import draw_map
from hospitals.pages.structured import hospital_data
from languages.activation import language_in_use


@login_not_required
@require_safe
def hospital_list(request: HttpRequest) -> HttpResponse:
    listing = list_hospitals(request.GET)
    today, treated = today_in_berlin(), who_is_treated(list(listing.page))
    context = {
        "listing": listing,
        "hospitals": [
            (one, one.get_absolute_url(), one.accepts_requests(today), treated.get(one.pk, ""))
            for one in listing.page
        ],
        "map": draw_map(listing.matching),
    }
    return render(request, "hospitals/list.html", context)


@login_not_required
@require_safe
def hospital_detail(request: HttpRequest, slug: str) -> HttpResponse:
    language = language_in_use()
    hospital = Hospital.objects.published().with_facts(language).filter(slug=slug).first()
    if hospital is None:
        return taken_down(request, was_public=Hospital.objects.filter(slug=slug).exists())
    context = {
        "hospital": hospital,
        "accepts": hospital.accepts_requests(today_in_berlin()),
        "about": facts_of(hospital, ABOUT, language=language),
        "care": facts_of(hospital, CARE, language=language),
        "rules": facts_of(hospital, RULES, with_gaps=True, language=language),
        "map": draw_map([hospital]),
        "crumbs": [(_("Hospitals"), reverse("hospitals:list"))],
        "structured": [hospital_data(hospital, language=language)],
    }
    return render(request, "hospitals/detail.html", context)
