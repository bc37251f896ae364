"""Where Django's admin looks for what each app registers."""

from content.desk import ArticleAdmin, GlossaryTermAdmin, PageReportAdmin, ReferenceAdmin, RevisionAdmin

__all__ = ["ArticleAdmin", "GlossaryTermAdmin", "PageReportAdmin", "ReferenceAdmin", "RevisionAdmin"]
