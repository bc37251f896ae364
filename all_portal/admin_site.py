from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(AdminSite):
    site_header = _("ALL Portal")
    site_title = _("ALL Portal")
    index_title = _("Today")


class PortalAdminConfig(AdminConfig):
    default_site = "all_portal.admin_site.PortalAdminSite"
