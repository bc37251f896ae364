"""A family's or a hospital's file, for a coordinator. Each download is recorded."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views import View

from enquiries.actors import Actor
from enquiries.documents import document_response
from enquiries.models import Enquiry
from enquiries.permissions import check_user_can_open_document, check_user_can_take_step
from enquiries.views_log import record_view


class DocumentFile(View):
    http_method_names = ["get", "head"]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        check_user_can_take_step(request.user, "document")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, reference: str, key) -> HttpResponse:
        enquiry = get_object_or_404(Enquiry.objects.only("pk"), reference=reference)
        document = get_object_or_404(enquiry.documents.select_related("request"), uid=key)
        check_user_can_open_document(request.user, document)
        response = document_response(document)
        record_view(
            enquiry=enquiry, by=Actor.coordinator(request.user), what="document", request=document.request
        )
        return response
