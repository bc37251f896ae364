"""A family's or a hospital's file, for a coordinator. Each download is recorded."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views import View

from enquiries.documents.keeping import document_response
from enquiries.entry.access_log import record_access
from enquiries.models import Enquiry
from enquiries.words.actors import Actor
from enquiries.words.permissions import TRIAGE, check_user_can_decide, check_user_can_open_document


class DocumentFile(View):
    http_method_names = ["get", "head"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        check_user_can_decide(request.user, TRIAGE)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
        enquiry = get_object_or_404(Enquiry.objects.only("pk"), reference=reference)
        document = get_object_or_404(enquiry.documents.select_related("quote_request"), uid=key)
        check_user_can_open_document(request.user, document)
        response = document_response(document)
        record_access(
            enquiry=enquiry,
            by=Actor.coordinator(request.user),
            what="document",
            quote_request=document.quote_request,
        )
        return response
