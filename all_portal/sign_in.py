"""Staff sign in. Guessing is slowed per connection; nobody can shut a person out from elsewhere by guessing wrongly."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.utils.translation import gettext as _

from enquiries.entry.limits import allow, client_ip, is_full

WINDOW_SECONDS = 900
# Wrong tries within the window: for one name from one connection, and for all names from one connection.
TRIES_PER_NAME, TRIES = 10, 30


class SignInForm(AdminAuthenticationForm):
    def clean(self) -> dict:
        places = self._places()
        if any(is_full(scope=scope, key=key, limit=limit) for scope, key, limit in places):
            raise forms.ValidationError(
                _("Too many sign-ins did not fit. Please wait a quarter of an hour, then try again."),
                code="too_many",
            )
        try:
            return super().clean()
        except forms.ValidationError:
            for scope, key, limit in places:
                allow(scope=scope, key=key, limit=limit, window_seconds=WINDOW_SECONDS)
            raise

    def _places(self) -> list[tuple[str, str, int]]:
        ip = client_ip(self.request) if self.request else "unknown"
        name = self.cleaned_data.get("username", "").strip().casefold()
        return [("sign-in-name", f"{ip} {name}", TRIES_PER_NAME), ("sign-in", ip, TRIES)]
