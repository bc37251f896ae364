from django.db import models

from enquiries.models.enquiry import Enquiry


class FindingWord(models.Model):
    """One word by which an enquiry is found on the desk: of the writer's name, folded, or the phone number
    (enquiries.words.typed). Only its keyed digest is stored, each kind under a key of its own. The rows go when the
    enquiry is anonymized."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="finding_words")
    digest = models.CharField(max_length=96, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["enquiry", "digest"], name="finding_word_once")]

    def __str__(self) -> str:
        return f"finding word {self.pk}"
