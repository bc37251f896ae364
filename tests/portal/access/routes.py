"""Every address the portal answers, as Django's own resolver knows them: nothing can be added past it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from django.urls import LocalePrefixPattern, URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

PARAMETER = re.compile(r"<(?:(?P<kind>[^:>]+):)?(?P<name>[^>]+)>")
NAMED_GROUP = re.compile(r"\(\?P<[^>]+>[^)]*\)")
UUID = "12345678-1234-4234-8234-123456789abc"
# What stands for a parameter where the table gives no example: well-formed, and of nothing that exists.
NOBODY = {"int": "1", "slug": "nobody", "uuid": UUID, "stay": "99"}


@dataclass(frozen=True)
class Route:
    name: str  # "programs:detail"; the route itself where it has no name
    route: str  # "programs/<slug:hospital>/<stay:days>-days/"
    view: Callable
    plain: bool  # made by path() only, so that it can be filled in as text
    parameters: tuple[str, ...] = field(default=())

    def path(self, **values: str) -> str:
        if self.plain:
            filled = PARAMETER.sub(lambda found: fill(found["kind"], found["name"], values), self.route)
            return "/" + filled
        if ":" not in self.name:
            return "/" + NAMED_GROUP.sub("nobody", self.route).strip("^$")
        return reverse(self.name, kwargs={name: values.get(name, "nobody") for name in self.parameters})

    @property
    def needs_login(self) -> bool:
        return getattr(self.view, "login_required", True)


def fill(kind: str | None, name: str, values: dict[str, str]) -> str:
    return quote(values.get(name) or NOBODY.get(kind or "str", "nobody"))


def routes() -> list[Route]:
    return list(walk(get_resolver(), "", "", True))


def walk(resolver: URLResolver, prefix: str, namespace: str, plain: bool) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = entry.pattern
        route = prefix + str(pattern)
        still_plain = plain and isinstance(pattern, RoutePattern | LocalePrefixPattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from walk(entry, route, inner, still_plain)
        elif isinstance(entry, URLPattern):
            name = namespace + entry.name if entry.name else route
            parameters = tuple(pattern.regex.groupindex)
            yield Route(name, route, entry.callback, still_plain, parameters)
