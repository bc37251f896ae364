from django.urls import path

from enquiries.family.enquiry import receipt as sent_views
from enquiries.family.enquiry import views as enquiry_views

app_name = "enquiry"
urlpatterns = [
    path("", enquiry_views.start, name="start"),
    path("check/", enquiry_views.check, name="check"),
    path("send/", enquiry_views.send, name="send"),
    path("sent/", sent_views.sent, name="sent"),
]
