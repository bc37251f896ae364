from content.models.articles import Article, ArticleRevision, Audience, RevisionState
from content.models.reports import PageReport
from content.models.sources import GlossaryTerm, Reference, ReferenceTranslation, TermTranslation

__all__ = [
    "Article",
    "ArticleRevision",
    "Audience",
    "GlossaryTerm",
    "PageReport",
    "Reference",
    "ReferenceTranslation",
    "RevisionState",
    "TermTranslation",
]
