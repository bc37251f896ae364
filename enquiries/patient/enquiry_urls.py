from django.urls import path

from enquiries.patient import enquiry_views, sent_views

app_name = "enquiry"
urlpatterns = [
    path("", enquiry_views.start, name="start"),
    path("check/", enquiry_views.check, name="check"),
    path("send/", enquiry_views.send, name="send"),
    path("sent/", sent_views.sent, name="sent"),
]
