"""Words in another language: beside the row they were made from, with the state they are in.

Guaranteed: whoever reads gets words of their language only as long as the row they were made from says the same as
then; else that row's own words. `language` of what is given says which it is, so that a page can mark it.
Not: that a translation is right; `language_state` says who has looked. Held by tests/ground/test_translated.py.
"""

import hashlib
import json
from collections.abc import Iterable
from copy import copy
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

SOURCE = settings.LANGUAGE_CODE
"""The language all texts are first written in."""


class LanguageState(models.TextChoices):
    """How words of a language came to be, and who has read them since; the later ones include the earlier."""

    SOURCE = "source", _("written in this language")
    MACHINE = "machine", _("translated by machine")
    PERSON = "person", _("translated by a person")
    SPEAKER = "speaker", _("checked by a speaker of the language")
    PHYSICIAN = "physician", _("checked by a physician")


class InLanguage(models.Model):
    """The columns of a row of words. The model adds `source`, the row they were made from, and its words."""

    language = models.CharField(_("language"), max_length=10, default=SOURCE, editable=False)
    language_state = models.CharField(
        _("state in this language"),
        max_length=10,
        choices=LanguageState,
        default=LanguageState.SOURCE,
        editable=False,
    )
    language_state_on = models.DateField(_("in this state since"), null=True, blank=True, editable=False)
    source_digest = models.CharField(max_length=16, blank=True, default="", editable=False)
    """Of the source's words as they were: `source` may have moved on."""

    class Meta:
        abstract = True


def language_constraints(name: str, *, with_source_rows: bool = False) -> list[models.BaseConstraint]:
    """For the Meta of a model that is InLanguage. `with_source_rows`: the source's words are rows of it too."""
    made = [LanguageState.MACHINE, LanguageState.PERSON, LanguageState.SPEAKER, LanguageState.PHYSICIAN]
    translated = ~Q(language=SOURCE) & Q(language_state__in=made, source__isnull=False)
    translated &= Q(language_state_on__isnull=False) & ~Q(source_digest="")
    written = Q(language=SOURCE, language_state="source", source__isnull=True, source_digest="")
    if with_source_rows:
        return [models.CheckConstraint(name=f"{name}_language_known", condition=translated | written)]
    return [
        models.CheckConstraint(name=f"{name}_language_known", condition=translated),
        models.UniqueConstraint(fields=["source", "language"], name=f"{name}_once_a_language"),
    ]


def digest_of(words: Iterable[Any]) -> str:
    """A short mark of these words: another mark means other words."""
    text = json.dumps(list(words), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class TranslatedQuerySet[Row: "Translated"](models.QuerySet[Row]):
    def with_words(self, language: str) -> Self:
        """Fetches what `in_language` needs; nothing for the source language."""
        if language == SOURCE:
            return self
        theirs: Any = self.model._meta.get_field("translations").related_model
        words = theirs._default_manager.filter(language=language)
        return self.prefetch_related(Prefetch("translations", words))

    def in_language(self, language: str) -> list[Row]:
        """Each row as a reader of `language` gets it. For reading only."""
        return [row.in_language(language) for row in self.with_words(language)]


class Translated(models.Model):
    """A row in the source language that has `translations`: rows of the same words, InLanguage."""

    WORDS: ClassVar[tuple[str, ...]]
    translations: Any
    """Django's manager of the rows of words, made by their `source`."""
    language = SOURCE

    class Meta:
        abstract = True

    @property
    def digest(self) -> str:
        return digest_of(getattr(self, name) for name in self.WORDS)

    def in_language(self, language: str) -> Self:
        """Itself, or a copy with the words of `language`. Never save a copy: it is still the source's row."""
        if language == SOURCE:
            return self
        found = next((words for words in self.translations.all() if words.language == language), None)
        if found is None or found.source_digest != self.digest:
            return self
        spoken = copy(self)
        spoken.language = language
        for name in self.WORDS:
            # vow state: only WORDS, on a copy that is never saved
            setattr(spoken, name, getattr(found, name))
        return spoken
