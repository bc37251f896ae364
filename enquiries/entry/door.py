"""The door of the two personal zones: in with a code, out with a button, and who is not in is sent to the start.

Both zones go through this one; what differs stands in their Door (enquiries.family.door, enquiries.clinic.door).
A view inside gets (request, enquiry) or (request, quote_request): it can't forget to ask whose visit it is, and
nothing is hung on the request. Held by tests/enquiries/entry/test_door.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial, wraps
from typing import Concatenate

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, re_path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from enquiries import codes
from enquiries.entry import zones
from enquiries.entry.code_entry import CodeForm, Entry, read_code
from enquiries.entry.kept import Kept, read_kept
from enquiries.models import AccessCode, Enquiry, QuoteRequest
from enquiries.models.access_code import CodePurpose
from languages.activation import activate_for

Page = Callable[..., HttpResponse]


@dataclass(frozen=True, kw_only=True)
class Door[Inside: (Enquiry, QuoteRequest)]:
    purpose: CodePurpose
    space: str
    """The namespace of its addresses, and the folder of its templates start.html and left.html."""
    inside: str
    """The name of the page that a good code leads to."""
    opens: Callable[[AccessCode], Inside | None]
    """What a code of this purpose opens: the second argument of every view inside."""
    language: Callable[[Inside], str]
    """The language that the whole zone speaks: the enquiry's, or the house's."""
    keeps: Mapping[str, Kept]
    """By form: what outlives a visit that ended while it was typed."""
    ended_page: Callable[[HttpRequest, AccessCode], HttpResponse | None] | None = None
    """What the holder of a code that is not good any more reads; None: as anybody with a wrong one."""

    def zone[**P](
        self, *, keeps: str = ""
    ) -> Callable[
        [Callable[Concatenate[HttpRequest, Inside, P], HttpResponse]],
        Callable[Concatenate[HttpRequest, P], HttpResponse],
    ]:
        """Lets in only who has a good visit. `keeps` names the form of the view that the start page holds on to."""

        def decorate(
            view: Callable[Concatenate[HttpRequest, Inside, P], HttpResponse],
        ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
            @wraps(view)
            def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
                inside = self.admit(request)
                if inside is None:
                    return self._turn_away(request, keeps)
                return view(request, inside, *args, **kwargs)

            return login_not_required(never_cache(guarded))

        return decorate

    def admit(self, request: HttpRequest, *, code: AccessCode | None = None) -> Inside | None:
        """Every way in passes here, with the code and at each step after it: the one place where what the whole zone
        follows is set."""
        code = code or zones.current_code(request, self.purpose)
        inside = self.opens(code) if code else None
        if inside is not None:
            activate_for(request, self.language(inside))
        return inside

    def ended(self, request: HttpRequest, **which: object) -> HttpResponse | None:
        """The zone's own word to the holder of a code that has ended."""
        if self.ended_page is None:
            return None
        codes_of_zone = AccessCode.objects.filter(purpose=self.purpose).select_related("quote_request")
        code = codes_of_zone.filter(**which).first()
        return self.ended_page(request, code) if code else None

    def _turn_away(self, request: HttpRequest, keeps: str) -> HttpResponse:
        held = zones.end_visit(request, self.purpose)
        if held and (said := self.ended(request, pk=held)):
            return said
        if request.method == "POST" and keeps and (kept := read_kept(request.POST, self.keeps, page=keeps)):
            return self.start_page(request, Entry(CodeForm(), status=403), kept=kept)
        start = reverse(f"{self.space}:start")
        was_in = settings.SESSION_COOKIE_NAME in request.COOKIES
        return redirect(f"{start}?ended=1" if was_in else start)

    def start_page(
        self, request: HttpRequest, entry: Entry, *, kept: Mapping[str, str] | None = None
    ) -> HttpResponse:
        context = {"form": entry.form, "kept": kept, "ended": "ended" in request.GET}
        return render(request, f"{self.space}/start.html", context, status=entry.status)

    def addresses(
        self,
        *,
        entered: Callable[[AccessCode], str],
        go_on: Callable[[HttpRequest, Inside, dict[str, str]], HttpResponse],
    ) -> tuple[list[URLPattern], URLPattern]:
        """The zone's own addresses; and, for the end of its list, whatever else a mail program makes of a link: the
        page at the door too, where the script finds the code.

        `entered` is what a good code does beside opening, and returns what was done, for the first page to say.
        `go_on` is the form with what was kept. Both are acts and pages of the zone, which this room can't know."""
        start = partial(_start, door=self, entered=entered, go_on=go_on)
        at_the_door = _for_anyone(start, "GET", "HEAD", "POST")
        own = [
            path("", at_the_door, name="start"),
            path("leave/", _for_anyone(partial(_leave, door=self), "POST"), name="leave"),
            path("left/", _for_anyone(partial(_left, door=self), "GET", "HEAD"), name="left"),
        ]
        return own, re_path(r"^(?P<rewritten>(?s:.+))$", at_the_door, name="rewritten")


def _for_anyone(view: Page, *methods: str) -> Page:
    return login_not_required(never_cache(require_http_methods(list(methods))(view)))


def _start[Inside: (Enquiry, QuoteRequest)](
    request: HttpRequest,
    *,
    door: Door[Inside],
    entered: Callable[[AccessCode], str],
    go_on: Callable[[HttpRequest, Inside, dict[str, str]], HttpResponse],
    rewritten: str = "",
) -> HttpResponse:
    """Only the POST of the code enters, never a GET: link scanners open every link of a mail."""
    if request.method != "POST":
        return door.start_page(request, Entry(CodeForm()))
    kept = read_kept(request.POST, door.keeps)
    entry = read_code(request, purpose=door.purpose)
    inside = door.admit(request, code=entry.access) if entry.access else None
    if entry.access is None or inside is None:
        typed = codes.digests(request.POST.get("code", ""))
        return door.ended(request, digest__in=typed) or door.start_page(request, entry, kept=kept)
    zones.enter(request, entry.access)
    done = entered(entry.access)
    if kept:
        return go_on(request, inside, kept)
    if done:
        request.session["done"] = done
    return redirect(door.inside)


def _leave(request: HttpRequest, *, door: Door) -> HttpResponse:
    zones.leave(request, door.purpose)
    response = redirect(f"{door.space}:left")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _left(request: HttpRequest, *, door: Door) -> HttpResponse:
    return render(request, f"{door.space}/left.html")
