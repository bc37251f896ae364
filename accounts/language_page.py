"""Where a member of staff chooses the language of their own desk, and of nobody else's."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.forms import LanguageForm
from accounts.language import desk_language, set_desk_language
from ground.signed_in import signed_in
from languages.activation import activate_for


@require_http_methods(["GET", "HEAD", "POST"])
def language_page(request: HttpRequest, *, frame: Mapping[str, Any]) -> HttpResponse:
    """`frame`: what the admin's own pages are drawn with."""
    form = LanguageForm(request.POST or None, initial={"language": desk_language(request.user)})
    if request.method == "POST" and form.is_valid():
        language = form.cleaned_data["language"]
        set_desk_language(language=language, by=signed_in(request))
        activate_for(request, language)
        messages.success(request, _("Your desk is in this language now."))
        return redirect("admin:index")
    shown = {"title": _("The language of your desk"), "form": form}
    return render(request, "admin/language.html", {**frame, **shown}, status=422 if form.errors else 200)
