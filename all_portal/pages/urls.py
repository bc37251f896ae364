from django.urls import path

from all_portal.pages import home

app_name = "pages"
urlpatterns = [path("", home.home, name="home")]
