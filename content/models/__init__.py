from content.models.articles import Article, ArticleRevision, Audience, RevisionState
from content.models.sources import GlossaryTerm, Reference

__all__ = ["Article", "ArticleRevision", "Audience", "GlossaryTerm", "Reference", "RevisionState"]
