from django import template
from django.template import Context

from all_portal.pages.reportable import report_address

register = template.Library()


@register.simple_tag(takes_context=True)
def report_url(context: Context) -> str:
    """Where to report an error on this page; empty on pages that are somebody's own, and on error pages."""
    return report_address(context["request"].path) if "request" in context else ""
