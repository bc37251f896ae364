"""A coordinator's decision: GET shows what will happen and who will be told, POST acts.

Each form carries the enquiry's version. When the enquiry was changed meanwhile, nothing is written: the page comes
back with what changed and with everything that was typed (409).
"""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.views import View

from enquiries.desk.addresses import enquiry_url
from enquiries.desk.decisions.conflict import Seen, what_changed
from enquiries.desk.decisions.forms import ConfirmForm
from enquiries.desk.decisions.told import told
from enquiries.entry.access_log import record_access
from enquiries.models import Enquiry, Message, Notice, QuoteRequest
from enquiries.rules.workflow import locked
from enquiries.words.actors import Actor
from enquiries.words.permissions import check_user_can_take_step
from enquiries.words.refusal import Refused


class ChangedMeanwhile(Exception):
    """Someone else changed the enquiry between this person's GET and POST."""


class Decision(View):
    """One step on an enquiry. Subclasses name the words and act."""

    admin_site: Any = None
    subject: Any = None
    form: Any = None  # the form as posted
    step = ""
    title: str | Promise = ""
    button: str | Promise = ""
    done: str | Promise = ""
    form_class: type[ConfirmForm] = ConfirmForm
    template_name = "admin/enquiries/decision.html"
    occurrence = ""
    checks_version = True
    http_method_names = ["get", "head", "post"]

    @classmethod
    def patterns(cls) -> list[str]:
        """The addresses below an enquiry's own."""
        return [f"{cls.step}/"]

    def dispatch(
        self, request: HttpRequest, *args, reference: str, key: str = "", **kwargs
    ) -> HttpResponseBase:
        check_user_can_take_step(request.user, self.step)
        enquiries = Enquiry.objects.select_related("assigned_to")
        self.enquiry = get_object_or_404(enquiries, reference=reference)
        self.subject = self.find(key) if key else None
        self.by = Actor.coordinator(request.user)
        return super().dispatch(request, *args, **kwargs)

    def find(self, key: str):
        raise Http404

    @property
    def quote_request(self) -> QuoteRequest | None:
        return None

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(self.make_form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form = self.make_form(data=request.POST, files=request.FILES)
        if not form.is_valid():
            return self.page(form, status=422)
        try:
            with transaction.atomic():
                self.check_unchanged()
                self.act(form.cleaned_data)
        except ChangedMeanwhile:
            return self.conflict_page(form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.page(form, status=409)
        messages.success(request, self.done_words())
        return HttpResponseRedirect(self.next_url())

    def check_unchanged(self) -> None:
        now = locked(self.enquiry.pk)
        if self.checks_version and Seen.read(self.request.POST.get("seen", "")).version != now.version:
            raise ChangedMeanwhile

    def make_form(self, **kwargs) -> ConfirmForm:
        return self.form_class(initial=self.initial(), **kwargs)

    def initial(self) -> dict:
        return {}

    def act(self, typed: dict) -> None:
        raise NotImplementedError

    def explain(self) -> list[str]:
        """What will happen, in sentences."""
        return []

    def told(self) -> list[str]:
        return told(self.occurrence, self.quote_request)

    def extra(self) -> dict:
        return {}

    def done_words(self) -> str:
        return str(self.done)

    def next_url(self) -> str:
        return enquiry_url(self.enquiry)

    def conflict_page(self, form: ConfirmForm) -> HttpResponse:
        seen = Seen.read(self.request.POST.get("seen", ""))
        self.enquiry = Enquiry.objects.select_related("assigned_to").get(pk=self.enquiry.pk)
        return self.page(form, status=409, changed=what_changed(self.enquiry, since=seen))

    def page(self, form: ConfirmForm, *, status: int = 200, **more) -> HttpResponse:
        record_access(enquiry=self.enquiry, by=self.by, what=self.step, quote_request=self.quote_request)
        context = self.admin_site.each_context(self.request) | {
            "title": self.title,
            "subtitle": None,
            "step": self.step,
            "enquiry": self.enquiry,
            "back_url": enquiry_url(self.enquiry),
            "quote_request": self.quote_request,
            "form": form,
            "multipart": form.is_multipart(),
            "button": self.button,
            "explain": self.explain(),
            "told": self.told(),
            "seen": Seen.of(self.enquiry).write(),
            **self.extra(),
            **more,
        }
        return TemplateResponse(self.request, self.template_name, context, status=status)


class RequestDecision(Decision):
    """A step on one hospital's request; `key` is the request's reference."""

    @classmethod
    def patterns(cls) -> list[str]:
        return [f"{cls.step}/<str:key>/"]

    def find(self, key: str) -> QuoteRequest:
        requests = self.enquiry.requests.select_related("hospital").prefetch_related("quotes", "programs")
        found = get_object_or_404(requests, reference=key)
        found.enquiry = self.enquiry
        return found

    @property
    def quote_request(self) -> QuoteRequest:
        return self.subject

    def done_words(self) -> str:
        return f"{self.quote_request.hospital.short_name}: {self.done}"


class MessageDecision(Decision):
    """A step on one message; `key` is its uid."""

    @classmethod
    def patterns(cls) -> list[str]:
        return [f"{cls.step}/<uuid:key>/"]

    def find(self, key) -> Message:
        found = get_object_or_404(self.enquiry.messages.select_related("quote_request__hospital"), uid=key)
        found.enquiry = self.enquiry
        return found

    @property
    def quote_request(self) -> QuoteRequest | None:
        return self.subject.quote_request

    def extra(self) -> dict:
        return {"message_shown": self.subject}


class NoticeDecision(Decision):
    """A step on one outgoing mail; `key` is its uid."""

    @classmethod
    def patterns(cls) -> list[str]:
        return [f"{cls.step}/<uuid:key>/"]

    checks_version = False

    def find(self, key) -> Notice:
        return get_object_or_404(self.enquiry.notices.select_related("quote_request__hospital"), uid=key)

    @property
    def quote_request(self) -> QuoteRequest | None:
        return self.subject.quote_request
