from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _


def own_names() -> list[tuple[str, str]]:
    """Each language by its own name: who has chosen a wrong one finds the way back."""
    return [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language of your desk"), choices=own_names, widget=forms.RadioSelect
    )
