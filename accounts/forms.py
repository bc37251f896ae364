from django import forms
from django.utils.translation import gettext_lazy as _

from languages.names import own_names


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language of your desk"), choices=own_names, widget=forms.RadioSelect
    )
