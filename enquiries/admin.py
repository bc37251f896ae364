"""Django looks for the admin here; it lives in enquiries.triage."""

from enquiries.triage import enquiry_admin, notice_admin

__all__ = ["enquiry_admin", "notice_admin"]
