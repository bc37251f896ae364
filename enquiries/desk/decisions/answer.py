"""A hospital's answer entered for it, and the check of a quote before the family sees it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions import answering, releasing
from enquiries.desk.decisions.decision import Decision, RequestDecision
from enquiries.desk.decisions.forms import DeclineForm
from enquiries.desk.decisions.quote_entry import EnteredQuoteForm
from enquiries.documents.keeping import add_document
from enquiries.forms.quote_form import facts_of
from enquiries.models import Document, Quote
from enquiries.rules.quote_points import quote_points, stated_words
from enquiries.rules.workflow import Refused
from enquiries.words.occurrences import Occurrence


class EnterQuote(RequestDecision):
    step = "enter-quote"
    title = gettext_lazy("Enter a quote for the hospital")
    button = gettext_lazy("Enter the quote")
    done = gettext_lazy("the quote is entered. Check it, then release it.")
    form_class = EnteredQuoteForm
    occurrence = Occurrence.QUOTED

    def explain(self) -> list[str]:
        sentences = [
            _("For an answer that came by telephone, e-mail, fax, letter or the hospital's own form.")
        ]
        if self.subject.current_quote is not None:
            sentences.append(_("It becomes a new revision. The one before is kept as replaced."))
        if not self.subject.hospital.quotes_need_release:
            sentences.append(_("This hospital's quotes need no release: the family reads it at once."))
        return sentences

    def initial(self) -> dict:
        before = self.subject.current_quote
        return facts_of(before) if before else {}

    def act(self, typed: dict) -> None:
        answer = {name: typed[name] for name in ("source", "answered_on")}
        letter = self.keep_letter(typed.get("letter"))
        answering.quote(
            quote_request=self.subject, facts=self.form.facts(), by=self.by, letter=letter, **answer
        )

    def keep_letter(self, upload) -> Document | None:
        if not upload:
            return None
        kind = Document.Kind.QUOTE_LETTER
        return add_document(
            enquiry=self.enquiry, upload=upload, kind=kind, by=self.by, quote_request=self.subject
        )


class EnterDecline(RequestDecision):
    step = "enter-decline"
    title = gettext_lazy("Enter the hospital's refusal")
    button = gettext_lazy("Enter the refusal")
    done = gettext_lazy("the refusal is entered.")
    form_class = DeclineForm
    occurrence = Occurrence.DECLINED

    def act(self, typed: dict) -> None:
        answering.decline(quote_request=self.subject, by=self.by, **typed)


class ReleaseQuote(RequestDecision):
    """The revision that was looked at is named in the form: a newer one is never released unseen."""

    step = "release-quote"
    title = gettext_lazy("Check the quote and release it")
    button = gettext_lazy("Release it to the family")
    done = gettext_lazy("the family can read the quote.")
    occurrence = Occurrence.QUOTE_RELEASED
    template_name = "admin/enquiries/release_quote.html"

    def explain(self) -> list[str]:
        return [
            _(
                "The family reads it beside the other quotes, with “not stated” where the hospital said nothing."
            ),
            _("If something important is missing, ask the hospital first."),
        ]

    def extra(self) -> dict:
        quote = self.subject.current_quote
        points = quote_points(quote) if quote else []
        return {
            "quote": quote,
            "points": points,
            "stated": stated_words(points),
            "missing": [point.label for point in points if not point.stated],
        }

    def act(self, typed: dict) -> None:
        quote = self.subject.current_quote
        if quote is None:
            raise Refused(_("There is no quote of this hospital."))
        if self.request.POST.get("revision") != str(quote.revision):
            raise Refused(_("There is a newer revision of this quote: look at it, then release it."))
        releasing.release_quote(quote=self.with_request(quote), by=self.by)

    def with_request(self, quote: Quote) -> Quote:
        quote.quote_request = self.subject
        return quote


STEPS: tuple[type[Decision], ...] = (EnterQuote, EnterDecline, ReleaseQuote)
