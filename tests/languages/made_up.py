"""A language that nobody speaks, made from the English catalog: every letter accented, every word a third longer, from
right to left. Whoever reads a page in it sees at once what no translator can reach, and what a longer word breaks.

It is one folder with one catalog and goes the way of every language: found by its folder, compiled as all are.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

import django
import phonenumber_field
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.test import override_settings

from languages.catalogs import TEXTS, compile_catalogs
from languages.offered import offered

CODE = "qaa"  # the first of the codes that are set aside for nobody's language
NAMES = {"bidi": True, "code": CODE, "name": "Made-up", "name_local": "Máđéŵþ"}
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# No letter that German, the language of the hospitals' names, has too.
ACCENTED = "ǻƀćďēƒǧħīĵķľɱńōƥɋřśťūṽŵẋýžǺƁĆĎĒƑǦĦĪĴĶĽṀŃŌƤɊŘŚŤŪṼŴẊÝŽ"
ACCENTS = str.maketrans(PLAIN, ACCENTED)
LONGER = "ō"
# Placeholders, markup, entities, addresses: what a translator leaves as it is.
KEPT = re.compile(
    r"(%\(\w+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]|%[-+#0]*\d*(?:\.\d+)?[a-zA-Z%]|\{[^{}]*\}|<[^>]+>|&\w+;"
    r"|https?://[^\s<]+|[\w.+-]+@[\w-]+\.[\w.-]+)"
)
WORD = re.compile(r"[A-Za-z]+")


def made_up(text: str) -> str:
    parts = KEPT.split(text)
    return "".join(part if number % 2 else WORD.sub(_longer, part) for number, part in enumerate(parts))


def _longer(found: re.Match) -> str:
    word = found[0]
    return word.translate(ACCENTS) + LONGER * round(len(word) / 3)


def is_made_up(word: str) -> bool:
    return any(letter in ACCENTED for letter in word)


def make_catalog(folder: Path) -> None:
    """The portal's texts and those of the libraries that people get to read."""
    with (TEXTS / "en/LC_MESSAGES/django.po").open("rb") as texts:
        catalog = read_po(texts)
    for message in libraries():
        if catalog.get(message.id, message.context) is None:
            catalog.add(message.id, context=message.context, flags=message.flags)
    for message in catalog:
        if message.id:
            message.string = translated(message)
    target = folder / CODE / "LC_MESSAGES/django.po"
    target.parent.mkdir(parents=True)
    with target.open("wb") as made:
        write_po(made, catalog, width=0)
    compile_catalogs(folder)


def translated(message: Message) -> str | tuple[str, ...]:
    return made_up(message.id) if isinstance(message.id, str) else tuple(map(made_up, message.id))


def libraries() -> Iterator[Message]:
    base = Path(django.__file__).parent
    catalogs = [
        base / "conf/locale/en",
        base / "contrib/admin/locale/en",
        base / "contrib/auth/locale/en",
        Path(phonenumber_field.__file__).parent / "locale/de",  # its English has no file
    ]
    for place in catalogs:
        with (place / "LC_MESSAGES/django.po").open("rb") as texts:
            catalog: Catalog = read_po(texts)
        yield from (message for message in catalog if message.id)


@contextmanager
def spoken(folder: Path) -> Iterator[None]:
    """The portal with the languages of `folder`, as if it were its locale/."""
    with ExitStack() as stack:
        stack.enter_context(mock.patch.dict(LANG_INFO, {CODE: NAMES}))
        stack.enter_context(
            override_settings(
                LOCALE_PATHS=[folder],
                LANGUAGES=offered(folder),
                LANGUAGES_BIDI=[*settings.LANGUAGES_BIDI, CODE],
            )
        )
        yield
