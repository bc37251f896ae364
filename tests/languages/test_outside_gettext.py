"""In a language that nobody speaks each word of the portal is seen to be translatable, or is somebody's own.

A text found here is in none of the catalogs: wrap it in gettext, then `make messages`. Words of a kind that is nobody's
to translate get a line in tests/languages/explained.py, with the reason.
"""

import pytest
from django.utils.translation import gettext, override

from content.models import ArticleRevision
from enquiries.background import mails
from enquiries.models import Enquiry, Notice
from enquiries.rules import notices
from hospitals.models import Hospital
from languages.addresses import without_language
from tests import factories
from tests.languages.explained import Explained
from tests.languages.journey import NAMES, OWN_WORDS, Walk
from tests.languages.made_up import CODE, made_up
from tests.languages.reading import left_in_english, plain_runs
from tests.portal.looks.states import KINDS

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
TYPED = ("zzzzqqqq", "bone marrow transplant", "atlantis", "nowhere")  # into the addresses of KINDS


def outside(pages: list[tuple[str, str]], *also: str) -> dict[str, str]:
    """Each text that no translator can reach, with the first page that shows it."""
    kinds, found = Explained(*also), {}
    for name, html in pages:
        for run in left_in_english(html):
            if run not in found and not kinds.explains(run):
                found[run] = name
    return found


def test_every_letter_is_accented_and_what_the_program_needs_is_left_alone():
    text = made_up('Send %(count)d of {n} to <a href="/x/">us</a>: me@example.org &amp; 100%')
    assert text == 'Śēńďō %(count)d ōƒō {n} ťōō <a href="/x/">ūśō</a>: me@example.org &amp; 100%'


def test_a_word_that_is_no_text_of_a_catalog_is_found():
    page = '<p title="Left over">Ǻśķō forgotten words</p><p lang="en">Said to be English</p><p dir="auto">own</p>'
    assert left_in_english(page) == ["Left over", "forgotten words"]


def test_the_made_up_language_is_spoken(made_up):
    with override(CODE):
        assert gettext("Programs") == "Ƥřōǧřǻɱśōōō"


def test_every_public_page_can_be_translated_whole(made_up, made_up_site, client, catalog, guide):
    own = [(path, page.html) for path, page in made_up_site.items()]
    assert len(own) >= 65
    for kind in KINDS:
        own.append((kind, client.get(made_up + kind).content.decode()))
    assert outside(own, *TYPED) == {}


def test_no_link_leads_out_of_the_language(made_up, made_up_site, guide):
    """But the language line, what leads to the desk, which follows the account, and the links inside the guide's texts,
    which are English as long as they are."""
    in_texts = "".join(map(str, ArticleRevision.objects.values_list("rendered", flat=True)))
    outward = {
        (path, link)
        for path, page in made_up_site.items()
        for link in page.links
        if link.startswith("/") and not link.startswith((made_up, "/static/", "/admin/"))
        if link != without_language(path) and f'href="{link}"' not in in_texts
    }
    assert outward == set()


def test_the_whole_journey_of_an_enquiry_can_be_translated(made_up, catalog, carla, mailoutbox):
    Hospital.objects.update(language=CODE)
    ulm = Hospital.objects.get(slug="ulm")
    walk = Walk(made_up, CODE, carla)
    pages = list(walk.enquiry())
    enquiry = Enquiry.objects.get()
    assert enquiry.language == CODE
    Enquiry.objects.update(address_confirmed_by="family", address_confirmed_at=enquiry.created_at)
    for part in (
        walk.door("status"),
        walk.door("clinic"),
        walk.hospital(enquiry, ulm),
        walk.family(enquiry, ulm),
    ):
        pages += part
    assert len(pages) >= 31
    assert outside(pages, *OWN_WORDS, *NAMES) == {}


@pytest.mark.parametrize("audience", Notice.Audience.values)
def test_every_mail_can_be_translated_whole(made_up, haddad, ulm, carla, audience):
    quote_request = factories.release(haddad, ulm, carla)
    code = {"family": haddad.codes.latest("pk"), "hospital": quote_request.codes.latest("pk")}.get(audience)
    kinds = [kind for kind, audiences in notices.TOLD.items() if audience in audiences]
    found = {}
    for kind in kinds:
        notice = Notice(
            kind=f"{audience}_{kind}",
            **{
                "audience": audience,
                "enquiry": haddad,
                "quote_request": quote_request,
                "code": code,
                "language": CODE,
            },
        )
        mail = mails.compose(notice)
        said = [*plain_runs(mail.subject), *plain_runs(mail.text), *left_in_english(mail.html)]
        known = Explained(haddad.reference, quote_request.reference)
        found |= {run: kind for run in said if not known.explains(run)}
        assert f'<html lang="{CODE}" dir="rtl">' in mail.html
    assert found == {}
