from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def signed_in(request: HttpRequest) -> User:
    """Who asks, on a page of the admin: that lets nobody in unnamed, and neither does this. Raises PermissionDenied."""
    user = request.user
    if isinstance(user, AnonymousUser):
        raise PermissionDenied
    return user
