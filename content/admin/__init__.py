"""Editors write drafts here, reviewers decide; the rules themselves are in content.publishing."""

from content.admin.articles import ArticleAdmin
from content.admin.reports import PageReportAdmin
from content.admin.revisions import RevisionAdmin
from content.admin.sources import GlossaryTermAdmin, ReferenceAdmin

__all__ = ["ArticleAdmin", "GlossaryTermAdmin", "PageReportAdmin", "ReferenceAdmin", "RevisionAdmin"]
