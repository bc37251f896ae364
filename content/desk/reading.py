"""How hard a text is to read, as an editor sees it."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from content.models import ArticleRevision
from content.words.readability import READABLE_FROM, Readability, is_measured, readability


def short(revision: ArticleRevision | None) -> str:
    if revision and not is_measured(revision.language):
        return _("not measured in this language")
    measured = readability(revision.body, revision.language) if revision else None
    return figure(measured) if measured else "-"


def whole(revision: ArticleRevision | None) -> SafeString | str:
    """The figure, the goal, and the sentences to mend first."""
    measured = readability(revision.body, revision.language) if revision else None
    if measured is None:
        return short(revision)
    return format_html(
        "<p>{} {}</p><p>{}</p><ol>{}</ol>",
        figure(measured),
        goal(measured),
        _("The hardest sentences first:"),
        format_html_join("", "<li>{}</li>", ((sentence,) for sentence in measured.hardest)),
    )


def figure(measured: Readability) -> str:
    return _("grade %(grade).1f, about age %(age)d") % {"grade": measured.grade, "age": measured.age}


def goal(measured: Readability) -> str:
    if measured.is_easy:
        return _("(the goal is age %d or younger: reached)") % READABLE_FROM
    return _("(the goal is age %d or younger: not yet reached)") % READABLE_FROM
