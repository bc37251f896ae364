"""What the page says about who checked it and when. Said as it is, also where it is not flattering."""

from datetime import date

from django.utils.translation import gettext as _

from content.models import Article, ArticleRevision
from ground.berlin import day_in_berlin
from languages.dates import when


def review_line(article: Article, revision: ArticleRevision, *, today: date) -> list[str]:
    line = [_("Written %s") % when(revision.written_on, "day_year")]
    if revision.is_loaded:
        line.append(_("checked against its sources"))
    line.append(checked_by(revision))
    if article.next_review_on:
        due = _("next check was due %s") if is_overdue(article, today=today) else _("next check due %s")
        line.append(due % when(article.next_review_on, "month"))
    return line


def checked_by(revision: ArticleRevision) -> str:
    if revision.reviewed_at is None:
        return _("not yet checked by a physician")
    day = when(day_in_berlin(revision.reviewed_at), "day_year")
    if revision.reviewed_as_physician:
        return _("checked by a physician %s") % day
    return _("checked by a second person %s, not yet by a physician") % day


def is_overdue(article: Article, *, today: date) -> bool:
    return article.next_review_on is not None and article.next_review_on < today
