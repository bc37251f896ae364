"""Editors write drafts here, reviewers decide; the rules themselves are in content.publishing."""

from content.desk.articles import ArticleAdmin
from content.desk.reports import PageReportAdmin
from content.desk.revisions import RevisionAdmin
from content.desk.sources import GlossaryTermAdmin, ReferenceAdmin

__all__ = ["ArticleAdmin", "GlossaryTermAdmin", "PageReportAdmin", "ReferenceAdmin", "RevisionAdmin"]
