from datetime import timedelta

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from content.models import ArticleRevision
from content.publishing.revisions import OPEN
from ground.berlin import today_in_berlin
from ground.translated import SOURCE

REVIEWED_FOR = timedelta(days=182)


class DraftForm(forms.ModelForm):
    class Meta:
        model = ArticleRevision
        fields = ["article", "title", "summary", "body", "written_on"]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3, "cols": 90}),
            "body": forms.Textarea(attrs={"rows": 36, "cols": 90, "spellcheck": "true"}),
        }

    def clean_article(self):
        article = self.cleaned_data["article"]
        if article.revisions.filter(state__in=OPEN, language=SOURCE).exists():
            raise forms.ValidationError(_("Somebody is already working on a new text of this article."))
        return article


def in_half_a_year():
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
