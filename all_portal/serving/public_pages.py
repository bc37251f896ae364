"""How a public page travels: compressed, told apart by its content, and never mistaken for somebody's own page."""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, has_vary_header, patch_vary_headers

from all_portal.serving.middleware import is_personal

# A browser asks again each time; a shared cache may answer for one second, so that a change shows at once.
CACHING = "public, max-age=0, s-maxage=1, must-revalidate"
COMPRESSIBLE = ("text/html", "text/plain", "application/xml")
LEAST_BYTES = 400
MOST_KEPT = 200
MOST_KEPT_BYTES = 8 * 2**20

# Measured on the pages themselves: brotli 5 is 7 % smaller than gzip 9 in half its time (1 to 2 ms); 6 to 9 gain
# nothing; 11 is 12 % smaller again but takes 25 ms, so it is for pages that are kept.
BROTLI_NOW, BROTLI_KEPT, GZIP = 5, 11, 6


class Kept:
    """Compressed bodies by the digest of what they hold: a changed page is another page, so nothing can be stale.
    Threads share it; the oldest go first."""

    def __init__(self, *, most: int = MOST_KEPT, most_bytes: int = MOST_KEPT_BYTES) -> None:
        self.most, self.most_bytes, self.bytes = most, most_bytes, 0
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._bodies)

    def get(self, digest: str) -> bytes | None:
        with self._lock:
            if digest in self._bodies:
                self._bodies.move_to_end(digest)
            return self._bodies.get(digest)

    def put(self, digest: str, body: bytes) -> None:
        with self._lock:
            self.bytes += len(body) - len(self._bodies.pop(digest, b""))
            self._bodies[digest] = body
            while len(self._bodies) > self.most or self.bytes > self.most_bytes:
                self.bytes -= len(self._bodies.popitem(last=False)[1])


class PublicPagesMiddleware:
    """Stands inside WhiteNoise, which compresses its own files, and outside everything that makes a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.kept = Kept()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not is_public(request, response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        if response.status_code != 200:
            response.headers.setdefault("Cache-Control", "no-cache")
            return self.compressed(request, response, keep=False)
        if "Cache-Control" in response.headers:
            return response  # it knows better: an answer for machines
        digest = hashlib.sha256(response.content).hexdigest()[:32]
        response.headers["Cache-Control"] = CACHING
        # Weak, because one page has the same name in each encoding.
        response.headers["ETag"] = f'W/"{digest}"'
        answer = get_conditional_response(request, etag=response.headers["ETag"], response=response)
        if answer is not None and answer is not response:
            return answer
        # With a query there is no end of pages: they are not worth keeping.
        return self.compressed(request, response, keep=not request.META.get("QUERY_STRING"), digest=digest)

    def compressed(
        self, request: HttpRequest, response: HttpResponse, *, keep: bool, digest: str = ""
    ) -> HttpResponse:
        encoding = best_encoding(request.headers.get("Accept-Encoding", ""))
        if not encoding or len(response.content) < LEAST_BYTES:
            return response
        if encoding == "gzip":
            body = gzip.compress(response.content, GZIP, mtime=0)
        else:
            body = self.brotli(response.content, digest if keep else "")
        response.content = body
        response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(body))
        return response

    def brotli(self, content: bytes, digest: str) -> bytes:
        """Without a digest the body is not kept."""
        if not digest:
            return brotli.compress(content, quality=BROTLI_NOW)
        body = self.kept.get(digest)
        if body is None:
            body = brotli.compress(content, quality=BROTLI_KEPT)
            self.kept.put(digest, body)
        return body


def is_public(request: HttpRequest, response: HttpResponse) -> bool:
    """The same for everyone, so that there is no secret a guess could be compressed against. A page that has looked
    at a cookie, or sets one, is somebody's own, wherever it stands."""
    return (
        request.method in ("GET", "HEAD")
        and not is_personal(request)
        and not response.streaming
        and not response.cookies
        and not has_vary_header(response, "Cookie")
        and "Content-Encoding" not in response.headers
        and response.headers.get("Content-Type", "").startswith(COMPRESSIBLE)
    )


def best_encoding(accepted: str) -> str:
    """Brotli, else gzip, else none, of an Accept-Encoding header. Never one that is refused by ;q=0."""
    names = set()
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        if weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            names.add(name.strip())
    return next((name for name in ("br", "gzip") if name in names), "")
