app_name = "enquiry"
urlpatterns: list = []
