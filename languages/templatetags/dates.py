"""`{{ message.created_at|when:"moment" }}`: a moment in German time and the page's words."""

from django import template

from languages.dates import when

register = template.Library()
register.filter("when", when, expects_localtime=True)
