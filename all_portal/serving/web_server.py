"""gunicorn in the portal's way: its lines hold no code and no visitor's address, and its own answers, given before
the portal is asked, carry the portal's headers as far as it lets us.

Held by tests/portal/running/test_web_server.py.
"""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.workers.gthread import ThreadWorker

from all_portal.serving.lines_without_codes import without_codes
from all_portal.serving.logs import QuietFormatter
from all_portal.serving.permissions_policy import PERMISSIONS_POLICY

OWN_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{reason}</title></head>
<body><h1>{reason}</h1><p>This address cannot be opened as it was sent. <a href="/">Go to the first page</a>, or open
“Follow my enquiry” there and type your code.</p></body></html>
"""
REFUSED = re.compile(r"Invalid request from ip=\S*: ([^'\"]*).*", re.DOTALL)


class WebLine(QuietFormatter):
    """gunicorn quotes the visitor's address and what it could not read; what kind of fault it was is enough."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = REFUSED.sub(r"Invalid request: \1", record.message)
        return super().formatMessage(record)


class WebLog(Logger):
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in (*self.error_log.handlers, *self.access_log.handlers):
            form = handler.formatter
            handler.setFormatter(WebLine(form._fmt if form else None, form.datefmt if form else None))

    def atoms(self, *args: Any) -> dict[str, Any]:
        """Of one answered request, for the access log where somebody has switched it on."""
        atoms = super().atoms(*args)
        kept = {
            key: without_codes(value) if isinstance(value, str) else value for key, value in atoms.items()
        }
        return kept | dict.fromkeys(ADDRESSES & kept.keys(), "-")


ADDRESSES = {"h", "{remote_addr}e", "{remote_port}e", "{x-forwarded-for}i", "{http_x_forwarded_for}e"}


class WebWorker(ThreadWorker):
    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        super().handle_error(req, _Answering(client), addr, exc)


class _Answering:
    """The visitor's connection, through which gunicorn's bare answer leaves as ours."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def sendall(self, answer: bytes) -> None:
        self._client.sendall(in_our_way(answer))


def in_our_way(answer: bytes) -> bytes:
    """The same status with our headers and page: gunicorn's page quotes what it could not read."""
    status_line = answer.partition(b"\r\n")[0].decode("latin-1")
    body = PAGE.format(reason=status_line.partition(" ")[2]).encode()
    own = {"Connection": "close", "Content-Type": "text/html; charset=utf-8", "Content-Length": len(body)}
    lines = [status_line, *(f"{name}: {value}" for name, value in (own | OWN_HEADERS).items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
