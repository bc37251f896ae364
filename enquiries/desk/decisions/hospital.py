"""Steps that bring the enquiry to a hospital: release by its channel, hand-over, reopening."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import releasing
from enquiries.desk.addresses import enquiry_url, step_url
from enquiries.desk.decisions.decision import Decision, RequestDecision
from enquiries.desk.decisions.forms import ConfirmForm, ReasonForm
from enquiries.rules.disclosure import disclose
from enquiries.words.occurrences import Occurrence
from enquiries.words.refusal import Refused
from enquiries.words.states import RequestState
from hospitals.models import Hospital


def waiting_for_release(enquiry) -> list:
    pending = enquiry.requests.filter(state=RequestState.PENDING).select_related("hospital")
    return list(pending.order_by("hospital__position", "pk"))


def why_not(quote_request) -> str:
    """The sentence that stands in the way of sending this request, or ""."""
    try:
        releasing.check_releasable(quote_request)
    except Refused as refusal:
        return str(refusal)
    return ""


class Release(Decision):
    """Without a request in the address: all that wait to be sent. With one: exactly what that hospital will read."""

    step = "release"
    title = gettext_lazy("Send to hospitals")
    button = gettext_lazy("Send it to this hospital")
    done = gettext_lazy("sent.")
    occurrence = Occurrence.RELEASED
    template_name = "admin/enquiries/release.html"

    @classmethod
    def patterns(cls) -> list[str]:
        return [f"{cls.step}/", f"{cls.step}/<str:key>/"]

    find = RequestDecision.find
    done_words = RequestDecision.done_words

    @property
    def quote_request(self):
        return self.subject

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.subject is None:
            return self.list_page()
        return super().get(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        if self.subject is None:
            return HttpResponseRedirect(step_url(self.step, self.enquiry))
        return super().post(request)

    def list_page(self) -> HttpResponse:
        self.template_name = "admin/enquiries/release_list.html"
        waiting = waiting_for_release(self.enquiry)
        for quote_request in waiting:
            quote_request.enquiry = self.enquiry
        rows = [
            {
                "quote_request": quote_request,
                "why_not": why_not(quote_request),
                "url": step_url(self.step, self.enquiry, quote_request.reference),
            }
            for quote_request in waiting
        ]
        return self.page(ConfirmForm(), rows=rows)

    def explain(self) -> list[str]:
        if self.subject is None:
            return []
        if self.subject.channel == Hospital.Channel.PORTAL:
            return [
                _(
                    "The hospital opens this page with a code from its mail. It reads exactly what stands below."
                )
            ]
        return [
            _("This hospital takes no request through the portal."),
            _(
                "After sending you get a copy sheet with what stands below, to enter in its own form or to tell it."
            ),
        ]

    def extra(self) -> dict:
        if self.subject is None:
            return {}
        waiting = [pending.pk for pending in waiting_for_release(self.enquiry)]
        place = waiting.index(self.subject.pk) + 1 if self.subject.pk in waiting else 0
        return {
            "disclosure": disclose(self.subject),
            "why_not": why_not(self.subject) if place else "",
            "place": place,
            "waiting": len(waiting),
        }

    def act(self, typed: dict) -> None:
        digest = self.request.POST.get("digest", "")
        releasing.release(quote_request=self.subject, preview_digest=digest, by=self.by)

    def next_url(self) -> str:
        if self.subject.channel != Hospital.Channel.PORTAL:
            return step_url("hand-over", self.enquiry, self.subject.reference)
        waiting = waiting_for_release(self.enquiry)
        if not waiting:
            return enquiry_url(self.enquiry)
        return step_url(self.step, self.enquiry, waiting[0].reference)


class HandOver(RequestDecision):
    step = "hand-over"
    title = gettext_lazy("Give it to the hospital yourself")
    button = gettext_lazy("The hospital has it now")
    done = gettext_lazy("noted: the hospital has it.")
    occurrence = Occurrence.HANDED_OVER
    template_name = "admin/enquiries/hand_over.html"

    def explain(self) -> list[str]:
        if self.subject.channel == Hospital.Channel.PHONE:
            return [_("Call the hospital and tell it what stands on the copy sheet below.")]
        return [_("Open the hospital's form and copy the values from the sheet below, one by one.")]

    def extra(self) -> dict:
        return {"disclosure": disclose(self.subject), "form_url": self.subject.hospital.own_form_url}

    def act(self, typed: dict) -> None:
        releasing.hand_over(quote_request=self.subject, by=self.by)

    def next_url(self) -> str:
        waiting = waiting_for_release(self.enquiry)
        if waiting:
            return step_url("release", self.enquiry, waiting[0].reference)
        return enquiry_url(self.enquiry)


class CopySheet(RequestDecision):
    """What was handed over, to be read or printed again; it changes nothing."""

    step = "copy-sheet"
    title = gettext_lazy("Copy sheet")
    template_name = "admin/enquiries/copy_sheet.html"
    http_method_names = ["get", "head"]

    def find(self, key: str):
        found = super().find(key)
        if found.sent_at is None:
            raise Http404
        return found

    def extra(self) -> dict:
        return {"disclosure": disclose(self.subject), "form_url": self.subject.hospital.own_form_url}


class ReopenRequest(RequestDecision):
    step = "reopen-request"
    title = gettext_lazy("Reopen the request")
    button = gettext_lazy("Reopen it")
    done = gettext_lazy("the request is open again.")
    form_class = ReasonForm
    occurrence = Occurrence.REOPENED

    def explain(self) -> list[str]:
        if self.subject.state == RequestState.EXPIRED:
            return [_("The request is sent again and a new answering time begins.")]
        return [_("The hospital's refusal is set aside and a new answering time begins.")]

    def act(self, typed: dict) -> None:
        releasing.reopen_request(quote_request=self.subject, reason=typed["reason"], by=self.by)


STEPS: tuple[type[Decision], ...] = (
    Release,
    HandOver,
    CopySheet,
    ReopenRequest,
)
