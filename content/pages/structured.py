"""The guide in schema.org's words, for search engines. It claims no review that did not happen."""

from datetime import date

from django.conf import settings

from content.models import Article, ArticleRevision
from ground.berlin import day_in_berlin

CONDITION = {
    "@type": "MedicalCondition",
    "name": "Acute lymphoblastic leukemia",
    "alternateName": ["ALL", "Acute lymphocytic leukemia"],
    "relevantSpecialty": ["https://schema.org/Hematologic", "https://schema.org/Oncologic"],
}
PATIENTS = {"@type": "MedicalAudience", "audienceType": "Patient"}


def article_data(article: Article, revision: ArticleRevision) -> dict:
    data = {
        "@type": "MedicalWebPage",
        "url": settings.SITE_URL + article.get_absolute_url(),
        "name": revision.title,
        "description": revision.summary,
        "inLanguage": revision.language,
        "datePublished": revision.written_on.isoformat(),
        "dateModified": changed_on(revision).isoformat(),
        "about": {"@type": CONDITION["@type"], "name": CONDITION["name"]},
        "audience": PATIENTS,
    }
    if revision.reviewed_as_physician and revision.reviewed_at:
        data["lastReviewed"] = day_in_berlin(revision.reviewed_at).isoformat()
        data["reviewedBy"] = {"@type": "Person", "jobTitle": "Physician"}
    return data


def guide_data(*, url: str, name: str, language: str) -> dict:
    return {
        "@type": "MedicalWebPage",
        "url": settings.SITE_URL + url,
        "name": name,
        "inLanguage": language,
        "about": CONDITION,
        "audience": PATIENTS,
    }


def changed_on(revision: ArticleRevision) -> date:
    """A loaded text became public when this machine loaded it, which tells nothing: its day is the one it names."""
    if revision.is_loaded or revision.published_at is None:
        return revision.written_on
    return max(revision.written_on, day_in_berlin(revision.published_at))
