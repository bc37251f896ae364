"""Saboteurs of the settings: what holds for each answer of the portal."""

from tests.saboteurs.saboteur import Saboteur

HEADERS = "tests/portal/access/test_headers.py"

SABOTEURS = (
    Saboteur(
        name="a form without its key",
        guarantee="a form that another site sends is refused",
        module="all_portal.settings",
        old='    "django.middleware.csrf.CsrfViewMiddleware",\n',
        new="",
        notices=(
            "tests/enquiries/family/enquiry/test_form.py::test_a_form_is_refused_without_its_csrf_token",
        ),
    ),
    Saboteur(
        name="any script",
        guarantee="a page runs no script that is not ours",
        module="all_portal.settings",
        old='{name: [CSP.SELF] for name in ("script-src",',
        new='{name: [CSP.SELF, CSP.UNSAFE_INLINE] for name in ("script-src",',
        notices=(f"{HEADERS}::test_a_foreign_host_is_refused_under_the_contract",),
    ),
    Saboteur(
        name="an address told to others",
        guarantee="no other site learns from which page somebody came",
        module="all_portal.settings",
        old='SECURE_REFERRER_POLICY = "same-origin"',
        new='SECURE_REFERRER_POLICY = "unsafe-url"',
        notices=(f"{HEADERS}::test_a_foreign_host_is_refused_under_the_contract",),
    ),
    Saboteur(
        name="nobody has to sign in",
        guarantee="a page is for those who signed in, unless it says otherwise",
        module="all_portal.settings",
        old='    "django.contrib.auth.middleware.LoginRequiredMiddleware",\n',
        new="",
        notices=("tests/portal/access/test_closed_by_default.py",),
    ),
)
