"""The papers for a German hospital as a list to print: the usual ones, and what each hospital says it wants."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.pages.papers import stages_with_sources
from hospitals.fact_keys import FactKey
from hospitals.models import Hospital
from hospitals.pages.fact_rows import facts_of
from languages.activation import language_in_use

ASKED_FOR = (FactKey.DOCUMENTS, FactKey.LANGUAGES, FactKey.PAYMENT, FactKey.GUARANTEES)
MOST_HOSPITALS = 12  # a list to print; each hospital's own page has its rules too


@login_not_required
@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    language = language_in_use()
    stages, sources = stages_with_sources(language)
    hospitals = Hospital.objects.published().with_facts(language)[:MOST_HOSPITALS]
    context = {
        "stages": stages,
        "sources": sources,
        "hospitals": [(one, facts_of(one, ASKED_FOR, language=language)) for one in hospitals],
        "crumbs": [
            (_("Understanding ALL"), reverse("content:guide")),
            (_("Coming to Germany"), reverse("content:article", args=["coming-to-germany"])),
        ],
    }
    return render(request, "pages/papers.html", context)
