"""The page of a coordinator's decision, whatever its row: GET shows what will happen and who will be told, POST acts.

Each form carries the enquiry's version. When the enquiry was changed meanwhile, nothing is written: the page comes
back with what changed and with everything that was typed (409). So it does with the sentence of an action's refusal.

Held by tests/enquiries/desk/test_table.py
and tests/enquiries/desk/test_decisions.py.
"""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views import View

from enquiries.desk.addresses import enquiry_url
from enquiries.desk.decisions.conflict import Seen, what_changed
from enquiries.desk.decisions.forms import ConfirmForm
from enquiries.desk.decisions.row import DeskDecision
from enquiries.entry.access_log import record_access
from enquiries.models import Enquiry
from enquiries.rules.workflow import locked
from enquiries.words.actors import Actor
from enquiries.words.permissions import check_user_can_decide
from enquiries.words.refusal import Refused

TEMPLATE = "admin/enquiries/decision.html"


class ChangedMeanwhile(Refused):
    """Someone else changed the enquiry between this person's GET and POST."""


class DecisionPage(View):
    admin_site: Any = None
    decision: Any = None
    """The row, given with `as_view`."""
    subject: Any = None

    def dispatch(
        self, request: HttpRequest, *args: Any, reference: str, key: Any = "", **kwargs: Any
    ) -> HttpResponseBase:
        check_user_can_decide(request.user, self.decision.permission)
        self.find(reference, key)
        self.by = Actor.coordinator(request.user)
        return super().dispatch(request, *args, **kwargs)

    def find(self, reference: str, key: Any) -> None:
        enquiries = Enquiry.objects.select_related("assigned_to")
        self.enquiry = get_object_or_404(enquiries, reference=reference)
        self.subject = self.decision.on.find(self.enquiry, key)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(self.make_form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.make_form(data=request.POST, files=request.FILES)
        if not form.is_valid():
            return self.page(form, status=422)
        seen = Seen.read(request.POST.get("seen", ""))
        try:
            with (
                self.decision.at_hand(self.subject, form.cleaned_data, self.by) as typed,
                transaction.atomic(),
            ):
                self.check_unchanged(seen)
                self.decision.action(self.subject, typed, self.by)
        except ChangedMeanwhile:
            return self.conflict_page(form, seen)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.page(form, status=409)
        messages.success(request, self.decision.done_words(self.subject))
        return HttpResponseRedirect(self.decision.next_url(self.subject))

    def check_unchanged(self, seen: Seen) -> None:
        now = locked(self.enquiry.pk)
        if self.decision.checks_version and seen.version != now.version:
            raise ChangedMeanwhile

    def make_form(self, **posted: Any) -> ConfirmForm:
        """Made before anything is read for the page: what it says was seen is never newer than what is shown."""
        begins = dict(self.decision.begins(self.subject))
        form: ConfirmForm = self.decision.form(initial=begins, **posted)
        return form

    def conflict_page(self, form: ConfirmForm, seen: Seen) -> HttpResponse:
        self.find(self.enquiry.reference, self.decision.on.key(self.subject))
        form.initial = dict(self.decision.begins(self.subject))
        return self.page(form, status=409, changed=what_changed(self.enquiry, since=seen))

    def page(self, form: ConfirmForm, *, status: int = 200, **more: Any) -> HttpResponse:
        decision, subject = self.decision, self.subject
        quote_request = decision.on.quote_request(subject)
        record_access(enquiry=self.enquiry, by=self.by, what=decision.key, quote_request=quote_request)
        context = frame(decision, self.enquiry) | {
            "quote_request": quote_request,
            "form": form,
            "multipart": form.is_multipart(),
            "button": decision.button,
            "explain": decision.will_happen(subject, self.request.user),
            "told": decision.who_is_told(subject),
            "why_not": decision.needs(subject, self.request.user),
            "seen": Seen.of(self.enquiry).write(),
            **decision.shows(subject),
            **more,
        }
        context = self.admin_site.each_context(self.request) | context
        return TemplateResponse(self.request, decision.template or TEMPLATE, context, status=status)


def frame(decision: DeskDecision[Any], enquiry: Enquiry) -> dict[str, Any]:
    return {
        "title": decision.label,
        "subtitle": None,
        "decision": decision,
        "enquiry": enquiry,
        "back_url": enquiry_url(enquiry),
    }
