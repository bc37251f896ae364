"""What a hospital's page can say, in the order it says it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FactKey(models.TextChoices):
    GERMAN_NAME = "german_name", _("Name in German")
    ADDRESS = "address", _("Address")
    ADULTS = "adults", _("Department for adults")
    CHILDREN = "children", _("Department for children and teenagers")
    CHILDREN_ADDRESS = "children_address", _("Address of the children's department")
    INTERNATIONAL = "international", _("International office")
    CANCER_CENTER = "cancer_center", _("Cancer center")
    TRANSPLANT_ADULTS = "transplant_adults", _("Stem cell transplant for adults")
    TRANSPLANT_CHILDREN = "transplant_children", _("Stem cell transplant for children")
    STUDY_GROUP = "study_group", _("Adult ALL study group (GMALL)")
    CASES = "cases", _("Cases in a year")

    CHANNEL = "channel", _("How a request comes in")
    DOCUMENTS = "documents", _("Documents it asks for")
    LANGUAGES = "languages", _("Languages of the documents")
    ANSWER_TIME = "answer_time", _("Time to an answer")
    PRICE_BASIS = "price_basis", _("How it makes its price")
    PAYMENT = "payment", _("Payment before admission")
    GUARANTEES = "guarantees", _("Payment guarantees")
    FINAL_INVOICE = "final_invoice", _("Final invoice")
    EXTRAS = "extras", _("Extras on the quote")


ABOUT = (
    FactKey.GERMAN_NAME,
    FactKey.ADDRESS,
    FactKey.ADULTS,
    FactKey.CHILDREN,
    FactKey.CHILDREN_ADDRESS,
    FactKey.INTERNATIONAL,
)
CARE = (
    FactKey.CANCER_CENTER,
    FactKey.TRANSPLANT_ADULTS,
    FactKey.TRANSPLANT_CHILDREN,
    FactKey.STUDY_GROUP,
    FactKey.CASES,
)
RULES = (
    FactKey.CHANNEL,
    FactKey.DOCUMENTS,
    FactKey.LANGUAGES,
    FactKey.ANSWER_TIME,
    FactKey.PRICE_BASIS,
    FactKey.PAYMENT,
    FactKey.GUARANTEES,
    FactKey.FINAL_INVOICE,
    FactKey.EXTRAS,
)
COMPARED_CARE = (FactKey.ADULTS, FactKey.CHILDREN, *CARE)
WHO_TREATS = (FactKey.ADULTS, FactKey.CHILDREN, FactKey.TRANSPLANT_ADULTS, FactKey.TRANSPLANT_CHILDREN)
