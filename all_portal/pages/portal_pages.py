"""The portal's own pages as the search finds them, and the words a family looks for them by."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.pages.papers import STAGES
from content.search import Page
from content.search.matching import as_line
from content.search.pages import lines


@dataclass(frozen=True)
class PortalPage:
    name: str
    title: Any
    says: Any
    words: str
    """Apart by commas; never shown."""

    is_urgent: bool = False
    first_for: str = ""
    """Those of its words for which it stands first, whatever else was typed."""

    is_read: bool = False
    """What it says is searched too. Else who asks for "hospitals" would find each page that names them."""


PAGES = (
    PortalPage(
        "content:signs",
        _("Signs that cannot wait"),
        _(
            "Fever during treatment, trouble breathing, chest pain, bleeding, a seizure: what to do at once."
            " One sheet to print and keep, with sources."
        ),
        "fever, bleeding, seizure, trouble breathing, chest pain, chest hurts, emergency, emergency number,"
        " emergency signs, danger signs, warning signs, alarm signs, urgent help, when to call, petechiae,"
        " shivering, vomiting and headache, notfall, notruf, acil durum, скорая помощь, طوارئ",
        first_for="fever, bleeding, seizure, trouble breathing, chest pain, emergency number",
        is_urgent=True,
    ),
    PortalPage(
        "programs:list",
        _("Why is every price on request?"),
        _(
            "The hospitals publish no price for these programs. What treatment costs depends on the illness,"
            " on findings and on what is needed, so a hospital reads the findings first and then makes an"
            " estimate."
        ),
        "price, cost, price list, quote, cost estimate, how expensive",
        first_for="price, cost",
        is_read=True,
    ),
    PortalPage(
        "programs:list",
        _("Inpatient programs"),
        _(
            "Each box is one program: a hospital and a number of days as an inpatient. Pick what you want to"
            " ask about; the hospitals answer with a quote made for you."
        ),
        "program, programs, days, length of stay, how long in hospital, long stay, long hospital, days in"
        " hospital, stay, weeks, inpatient, aufenthalt, dauer",
    ),
    PortalPage(
        "hospitals:list",
        _("Hospitals"),
        _(
            "All are university hospitals in Germany. Each has its own rules for a request, and we have"
            " written down those we found, with the page and the day we read them."
        ),
        "hospital, list of hospitals, which hospital, university hospital, clinics in germany, map,"
        " krankenhaus",
    ),
    PortalPage(
        "pages:papers",
        _("Papers: what is wanted when"),
        _(
            "Which papers a German hospital, the embassy and the journey ask for, step by step from the"
            " enquiry to admission, with sources. Prints as a list to tick."
        ),
        "documents, papers, paperwork, checklist, check list, records, medical records, passport, list to"
        " print, what to bring, bring, unterlagen, dokumente, checkliste, reisepass, pass, evrak, belge,"
        " pasaport, документы, паспорт, وثائق, مستندات, جواز سفر",
        is_read=True,
    ),
    PortalPage(
        "enquiry:start",
        _("Ask for quotes"),
        _("One enquiry to as many of the hospitals as you like. Free of charge, no account, no contract."),
        "ask, request, quote, offer, enquiry, inquiry, apply, application, register, send, form, appointment,"
        " anfrage, angebot, termin, kostenvoranschlag",
        first_for="request, quote",
    ),
    PortalPage(
        "status:start",
        _("Follow my enquiry"),
        _("See where each hospital stands, read and compare quotes, write to us, add documents."),
        "status, my enquiry, my request, enquiry status, code, lost code, lost my code, forgot code, access"
        " code, new link, login, log in, account, my answer, withdraw",
    ),
    PortalPage(
        "pages:privacy",
        _("Privacy"),
        _("What ALL Portal stores, who reads it, how long it is kept, and how to take it back."),
        "privacy, privacy policy, delete data, delete my data, personal data, data, data protection, gdpr,"
        " dsgvo, datenschutz, cookies, encryption, confidential, who reads, gizlilik, конфиденциальность,"
        " خصوصية",
    ),
    PortalPage(
        "pages:about",
        _("About this portal"),
        _(
            "What ALL Portal does and does not do, who runs it, how its facts are checked and why nobody can"
            " pay for a place in it."
        ),
        "about, about us, contact, contact us, who are you, who pays, who runs, free, free of charge, is it"
        " free, funding, trust, advertising, kontakt, email, e-mail, mail, iletişim, контакты, اتصل بنا",
    ),
    PortalPage(
        "pages:imprint",
        _("Imprint"),
        _("Who answers for ALL Portal, and how to reach them."),
        "imprint, impressum, address, operator, company, legal, postal address, adresse",
    ),
    PortalPage(
        "pages:accessibility",
        _("Accessibility"),
        _(
            "How ALL Portal is built so that everyone can use it, what we know does not work yet, and how to"
            " tell us."
        ),
        "accessibility, screen reader, blind, deaf, barrierefreiheit",
    ),
)


def searched_pages(language: str) -> list[Page]:
    return [searched(page, language) for page in PAGES]


def searched(page: PortalPage, language: str) -> Page:
    title = str(page.title)
    text = "\n".join([str(page.says), *(wanted_papers() if page.name == "pages:papers" else [])])
    return Page(
        title=title,
        url=reverse(page.name),
        text=text,
        title_line=lines([title, *page.words.split(",")], language),
        heading_line=as_line(title, language),
        text_line=as_line(text, language) if page.is_read else "",
        is_urgent=page.is_urgent,
        first_for=lines(page.first_for.split(","), language),
    )


def wanted_papers() -> list[str]:
    return [str(paper.text) for stage in STAGES for paper in stage.papers]
