"""Django looks for the admin here; it lives in enquiries.desk."""

from enquiries.desk import enquiry_admin, notice_admin

__all__ = ["enquiry_admin", "notice_admin"]
