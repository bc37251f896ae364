"""Reporting an error on a page: small, anonymous, kept on a refusal, never a flood, dealt with by an editor."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from all_portal.pages.reportable import is_reportable, report_address
from content.models import PageReport
from content.publishing import reports
from content.publishing.permissions import Refused
from tests.factories import make_staff

FORM = {"page": "/leukemia/what-is-all/", "text": "The second number is too high.", "website": ""}


def page(response) -> str:
    return response.content.decode()


def stored() -> list[tuple[str, str]]:
    return list(PageReport.objects.order_by("pk").values_list("path", "text"))


def test_a_page_of_the_guide_leads_to_its_form_and_stays_without_a_cookie(client, guide):
    response = client.get("/leukemia/what-is-all/")
    assert 'href="/report/?page=/leukemia/what-is-all/"' in page(response)
    assert not response.cookies


@pytest.mark.parametrize(
    "path",
    ["/", "/leukemia/", "/glossary/", "/hospitals/ulm/", "/programs/ulm/21-days/", "/about/", "/privacy/"],
)
def test_every_public_page_can_be_reported(path):
    assert report_address(path) == f"/report/?page={path}"


@pytest.mark.parametrize(
    "path",
    ["/status/", "/clinic/", "/enquiry/", "/admin/", "/search/", "/report/", "//evil.example/", "https://evil.example/",
     "/leukemia/x/../../admin/", "leukemia/", "", "/leukemia/" + "a" * 300 + "/", "/no/such/page/", "/healthz"],
)  # fmt: skip
def test_nothing_else_can(path):
    assert not is_reportable(path)


def test_the_form_names_the_page_asks_for_words_only_and_is_not_indexed(client, db):
    html = page(client.get("/report/", {"page": "/leukemia/what-is-all/"}))
    assert '<a href="/leukemia/what-is-all/">' in html
    fields = re.findall(r'name="([^"]+)"', html[html.index("<main") :])
    assert sorted(set(fields)) == ["csrfmiddlewaretoken", "page", "text", "website"]
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("path", ["https://evil.example/", "/status/", "\u202e", "a" * 5000])
def test_a_made_up_page_is_left_out(client, db, path):
    html = page(client.get("/report/", {"page": path}))
    assert "About the portal as a whole" in html
    assert "evil.example" not in html


def test_a_report_is_kept_and_thanked_for(client, db):
    response = client.post("/report/", FORM)
    assert (response.status_code, response["Location"]) == (302, "/report/thanks/")
    assert stored() == [("/leukemia/what-is-all/", "The second number is too high.")]
    assert "An editor reads your report" in page(client.get("/report/thanks/"))


def test_a_report_about_an_unknown_page_is_about_the_portal(client, db):
    client.post("/report/", {**FORM, "page": "https://evil.example/"})
    assert stored() == [("", "The second number is too high.")]


def test_sent_twice_it_is_one_report(client, db):
    client.post("/report/", FORM)
    client.post("/report/", FORM)
    assert len(stored()) == 1


@pytest.mark.parametrize(
    ("text", "said"), [("", "Please write what is wrong."), ("x" * 2001, "2001 characters long and 2000 fit")]
)
def test_a_refused_report_keeps_its_words_and_says_why(client, db, text, said):
    response = client.post("/report/", {**FORM, "text": text})
    html = page(response)
    assert (response.status_code, stored()) == (422, [])
    assert "<title>Error:" in html and said in html and text in html
    assert 'value="/leukemia/what-is-all/"' in html


def test_who_fills_the_hidden_field_is_asked_again(client, db):
    response = client.post("/report/", {**FORM, "website": "http://spam.example"})
    html = page(response)
    assert (response.status_code, stored()) == (422, [])
    assert "Please send it once more." in html and "The second number is too high." in html
    assert "spam.example" not in html


def test_a_flood_from_one_connection_is_stopped_and_words_are_kept(client, db, settings):
    settings.REPORTS_PER_IP_PER_HOUR = 2
    answers = [client.post("/report/", {**FORM, "text": f"Report {n}"}) for n in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "Report 2" in page(answers[2]) and "Please send it again in 60 minutes" in page(answers[2])
    assert client.post("/report/", FORM, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_the_same_words_about_many_pages_are_many_reports(client, db, settings):
    """Check 45: any address below the guide is a page, so one text would be a flood."""
    settings.REPORTS_PER_IP_PER_HOUR = 2
    pages = [f"/leukemia/page-{number}/" for number in range(3)]
    answers = [client.post("/report/", {**FORM, "page": page}) for page in pages]
    assert [answer.status_code for answer in answers] == [302, 302, 429]


def test_a_flood_from_everywhere_is_stopped_too(client, db, settings):
    settings.REPORTS_PER_HOUR = 1
    posts = [{"text": f"Report {n}", "REMOTE_ADDR": f"203.0.113.{n}"} for n in range(2)]
    answers = [client.post("/report/", {"text": p["text"]}, REMOTE_ADDR=p["REMOTE_ADDR"]) for p in posts]
    assert [answer.status_code for answer in answers] == [302, 429]


def test_a_forged_form_is_refused(db):
    assert Client(enforce_csrf_checks=True).post("/report/", FORM).status_code == 403
    assert stored() == []


def test_reading_the_form_writes_nothing(client, db):
    client.get("/report/", FORM)
    client.head("/report/")
    assert stored() == []


@pytest.mark.parametrize(
    "text", ["\u0000", "ü" * 2000, "<script>alert(1)</script>", "\u202e\u0007 x", " \n "]
)
def test_any_text_is_an_answer_and_never_markup(client, db, text):
    response = client.post("/report/", {**FORM, "text": text})
    assert response.status_code in {302, 400, 422}
    assert "<script>alert" not in page(response)


def test_words_stand_only_in_an_open_report(db):
    with pytest.raises(ValidationError):
        PageReport(path="/", text="").full_clean()


# --- the editor ---


@pytest.fixture
def edda(db):
    return make_staff("edda", "editor")


@pytest.fixture
def rosa(db):
    return make_staff("rosa", "reviewer")


@pytest.fixture
def open_report(db):
    return reports.report(path="/leukemia/what-is-all/", text="Too high. <b>")


def test_an_editor_sees_open_reports_first_with_page_and_words(client, edda, open_report):
    done = reports.report(path="/about/", text="Old")
    reports.deal_with(report=done, by=edda)
    client.force_login(edda)
    html = page(client.get(reverse("admin:content_pagereport_changelist")))
    assert html.index("Too high. &lt;b&gt;") < html.index('href="/about/"')
    only_open = page(client.get(reverse("admin:content_pagereport_changelist"), {"dealt": "no"}))
    assert 'href="/about/">/about/' not in only_open


def test_dealing_with_a_report_deletes_its_words_and_is_logged(client, edda, open_report):
    client.force_login(edda)
    data = {"action": "mark_dealt_with", "_selected_action": [open_report.pk]}
    html = page(client.post(reverse("admin:content_pagereport_changelist"), data, follow=True))
    open_report.refresh_from_db()
    assert (open_report.text, open_report.dealt_with_by, open_report.dealt_with_at is None) == (
        "",
        edda,
        False,
    )
    assert "1 report is dealt with." in html
    assert "Too high" not in page(
        client.get(reverse("admin:content_pagereport_history", args=[open_report.pk]))
    )


def test_an_editor_can_deal_with_it_on_its_own_page(client, edda, open_report):
    client.force_login(edda)
    address = reverse("admin:content_pagereport_change", args=[open_report.pk])
    assert "Dealt with (the reader" in page(client.get(address))


def test_a_reviewer_may_read_but_not_deal(client, rosa, open_report):
    client.force_login(rosa)
    assert "Too high." in page(client.get(reverse("admin:content_pagereport_changelist")))
    client.post(
        reverse("admin:content_pagereport_changelist"),
        {"action": "mark_dealt_with", "_selected_action": [open_report.pk]},
    )
    with pytest.raises(Refused):
        reports.deal_with(report=open_report, by=rosa)
    open_report.refresh_from_db()
    assert open_report.text == "Too high. <b>"


def test_a_report_is_dealt_with_once_by_the_first(edda, open_report):
    other = make_staff("egon", "editor")
    reports.deal_with(report=open_report, by=edda)
    assert reports.deal_with(report=open_report, by=other).dealt_with_by == edda


def test_a_coordinator_sees_no_reports(client, db, open_report):
    client.force_login(make_staff("cora", "coordinator"))
    assert client.get(reverse("admin:content_pagereport_changelist")).status_code == 403


def test_the_list_asks_the_database_as_often_for_one_row_as_for_thirty(
    client, edda, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(edda)
    counts = []
    for many in (1, 29):
        for n in range(many):
            reports.deal_with(report=reports.report(path="/about/", text=f"{many} {n}"), by=edda)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("admin:content_pagereport_changelist"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
