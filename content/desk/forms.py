from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.models import ArticleRevision
from content.publishing.revisions import OPEN
from ground.berlin import today_in_berlin
from ground.translated import SOURCE
from languages.names import own_names
from languages.templatetags.languages import direction_of

REVIEWED_FOR = timedelta(days=182)


class DraftForm(forms.ModelForm):
    written_in = forms.ChoiceField(
        label=_("language"),
        choices=own_names,
        help_text=_("In another language than English it is a translation of the text that is public now."),
    )

    class Meta:
        model = ArticleRevision
        fields = ["article", "title", "summary", "body", "written_on"]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3, "cols": 90}),
            "body": forms.Textarea(attrs={"rows": 36, "cols": 90, "spellcheck": "true"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._mark_language()
        if self.instance.pk or len(settings.LANGUAGES) == 1:
            del self.fields["written_in"]

    def _mark_language(self) -> None:
        """On the fields that hold the text: it is read out, and runs, as its language does."""
        chosen = self.data.get("written_in") or self.initial.get("written_in") or SOURCE
        language = self.instance.language if self.instance.pk else chosen
        if language != get_language():
            for name in {"title", "summary", "body"} & self.fields.keys():
                self.fields[name].widget.attrs |= {"lang": language, "dir": direction_of(language)}

    def clean(self) -> dict[str, Any]:
        """On a new text: the article and the language of an old one stay."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        article, language = typed.get("article"), typed.get("written_in", SOURCE)
        if article is None:
            return typed
        if article.revisions.filter(state__in=OPEN, language=language).exists():
            self.add_error("article", _("Somebody is already working on a new text of this article."))
        elif language != SOURCE and article.published is None:
            self.add_error("written_in", _("There is no public text yet that could be translated."))
        return typed


def in_half_a_year() -> date:
    return today_in_berlin() + REVIEWED_FOR


class ReviewForm(forms.Form):
    as_physician = forms.BooleanField(
        label=_("I am a physician and checked this text as one"),
        required=False,
        help_text=_("The page will say so, with today's date."),
    )
    next_review_on = forms.DateField(
        label=_("Next check due on"),
        initial=in_half_a_year,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class SendBackForm(forms.Form):
    note = forms.CharField(
        label=_("What should be changed"),
        validators=[
            MaxLengthValidator(2000)
        ],  # not max_length: a browser would cut off pasted text without a word
        widget=forms.Textarea(attrs={"rows": 6, "cols": 80}),
    )
