"""What other apps' pages say of quotes: a page of a program tells what a quote will hold, but programs know of none."""

from django import template
from django.utils.functional import Promise

from enquiries.words.quote_facts import POINTS

register = template.Library()


@register.simple_tag
def what_a_quote_tells() -> list[str | Promise]:
    return [told.promise for _fact, told in POINTS]
