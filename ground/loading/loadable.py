from django.db import models


class Loadable(models.Model):
    """A row a file can bring: remembers what was last loaded, so that an editor's change shows as one."""

    loaded = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True
