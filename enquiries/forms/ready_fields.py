"""What the zones' forms are put together from."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout

LONGEST_TEXT = 3000


def plain_helper(layout: Layout | None = None) -> FormHelper:
    """The template writes the form tag and its buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = layout
    return helper
