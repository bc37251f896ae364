"""The vows of the house hold in every module, and each of them can be broken."""

import pytest

from tests.vows.vow import ROOT, Vow
from tests.vows.vows import VOWS

BY_NAME = {vow.name: vow for vow in VOWS}
BROKEN = {
    "state": [
        "request.state = 'sent'",
        "rows.update(state='sent')",
        "a.state, b = 1, 2",
        "Enquiry.objects.create(state=1)",
        "setattr(request, 'state', 'sent')",
        "setattr(request, name, value)",
        "QuoteRequest.objects.bulk_update(rows, ['state'])",
        "QuoteRequest.objects.bulk_update(rows, fields=[name])",
        "QuoteRequest.objects.bulk_update(rows, columns)",
        "rows.filter(pk=1).update(**fields)",
        "Enquiry.objects.create(**fields)",
        "Enquiry.objects.update_or_create(pk=1, defaults={'state': 'sent'})",
        "Enquiry.objects.get_or_create(pk=1, defaults={**values, 'urgent': True})",
    ],
    "mail": [
        "EmailMessage(subject='Your enquiry')",
        "Mail(to, f'{name}', text)",
        "EmailMultiAlternatives(body=_('Dear'))",
    ],
    "count": ["Enquiry.objects.filter(a=1).count()", "rows.count()"],
    "order": ["rows.order_by('country')", "ordering = ['-due_at']", "rows.order_by(F('x').asc())"],
    "time": [
        "timezone.localdate()",
        "datetime.now(BERLIN)",
        "date.today()",
        "moment.astimezone(BERLIN)",
        "datetime.combine(day, noon)",
    ],
    "days": ["start + timedelta(days=3)"],
    "text": ["f\"{_('page')}: 3\"", "f\"{ngettext('%d step', '%d steps', 2) % 2}\""],
}
KEPT = {
    "state": [
        "state = request.state",
        "rows.filter(state='sent')",
        "page.status = 3",
        "setattr(row, 'title', 1)",
        "rows.bulk_update(found, ['due_at'])",
        "rows.update(due_at=now)",
        "seen.update(names)",
    ],
    "mail": ["Mail(to, subject, text, html)", "message.attach_alternative(mail.html, 'text/html')"],
    "count": ["rows[:200].count()", "text.count('a')"],
    "order": ["rows.order_by('-created_at', '-id')", "rows.order_by()"],
    "time": ["timezone.now()", "timedelta(seconds=120)", "today_in_berlin()"],
    "text": ["_('page') + f': {number}'"],
    "days": ["clocks.FIRST_ANSWER.due(start)", "timedelta(hours=1)"],
}


@pytest.mark.parametrize("vow", VOWS, ids=lambda vow: vow.name)
def test_every_module_keeps_it(vow: Vow):
    broken = [
        f"{path.relative_to(ROOT)}:{line}" for path in vow.files() for line in vow.findings(path.read_text())
    ]
    assert not broken, f"{vow.says} (or give a reason: # vow {vow.name}: …)"


@pytest.mark.parametrize(
    ("name", "source"), [(name, line) for name, lines in BROKEN.items() for line in lines]
)
def test_it_is_seen_when_broken(name, source):
    assert list(BY_NAME[name].findings(source)) == [1]


@pytest.mark.parametrize(("name", "source"), [(name, line) for name, lines in KEPT.items() for line in lines])
def test_it_says_nothing_of_what_is_allowed(name, source):
    assert list(BY_NAME[name].findings(source)) == []


def test_a_reason_excuses_a_line_and_a_bare_word_does_not():
    vow = BY_NAME["count"]
    assert list(vow.findings("rows.count()  # vow count: at most five hospitals")) == []
    assert list(vow.findings("# vow count: at most five hospitals\nrows.count()")) == []
    assert list(vow.findings("rows.count()  # vow count: fine")) == [1]
    assert list(vow.findings("rows.count()  # vow state: at most five hospitals")) == [1]


def test_each_vow_looks_somewhere():
    for vow in VOWS:
        assert sum(1 for _path in vow.files()) > 2, vow.name
