from django.urls import path

from content.pages import views

app_name = "content"
urlpatterns = [
    path("leukemia/", views.guide, name="guide"),
    path("leukemia/emergency-signs/", views.signs, name="signs"),
    path("leukemia/<slug:slug>/", views.article, name="article"),
    path("glossary/", views.glossary, name="glossary"),
]
