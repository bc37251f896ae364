"""A language is a folder: found, compiled and kept without a line of code, and no translation is ever lost."""

import gettext
import os
import shutil
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from languages.catalogs import TEXTS, compile_catalogs, stale_catalogs
from languages.checks import check_texts_are_compiled
from languages.offered import offered
from scripts import messages
from tests.languages.made_up import CODE, spoken

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
MANAGE = """import sys
from django.conf import settings
from django.core.management import execute_from_command_line
settings.configure()
execute_from_command_line(sys.argv)
"""


def write_catalog(folder: Path, name: str, entries: str) -> Path:
    path = folder / name / "LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(language=name) + entries)
    return path


def entry(text: str, translation: str, flags: str = "") -> str:
    return f'{flags}msgid "{text}"\nmsgstr "{translation}"\n\n'


def codes(folder: Path) -> list[str]:
    return [code for code, _name in offered(folder)]


def test_today_the_portal_speaks_the_languages_of_its_folders(settings):
    assert offered(TEXTS) == settings.LANGUAGES
    assert settings.LANGUAGE_CODE == codes(TEXTS)[0] == "en"


def test_a_folder_more_is_a_language_more(tmp_path):
    assert codes(tmp_path) == ["en"]
    for name in ("uk", "zh_Hans", "de"):
        write_catalog(tmp_path, name, entry("Programs", "x"))
    (tmp_path / "fr").mkdir()  # without a catalog
    assert codes(tmp_path) == ["en", "de", "uk", "zh-hans"]


def test_a_folder_that_is_no_language_is_refused_by_name(tmp_path):
    write_catalog(tmp_path, "klingon", "")
    with pytest.raises(ImproperlyConfigured, match="klingon"):
        offered(tmp_path)


def test_texts_are_compiled_when_they_changed_and_only_then(tmp_path):
    path = write_catalog(tmp_path, "de", entry("Programs", "Programme"))
    assert compile_catalogs(tmp_path) == ["de"]
    assert read(path)["Programs"] == "Programme"
    assert compile_catalogs(tmp_path) == []
    older = path.stat().st_mtime_ns - 10**9
    path.write_text(path.read_text().replace("Programme", "Angebote"))
    os.utime(path, ns=(older, older))  # put there from an archive
    assert stale_catalogs(tmp_path) == [path]
    assert compile_catalogs(tmp_path) == ["de"]
    assert read(path)["Programs"] == "Angebote"
    assert [one.name for one in path.parent.iterdir() if one.suffix == ".part"] == []


def read(path: Path) -> dict:
    with path.with_suffix(".mo").open("rb") as made:
        return gettext.GNUTranslations(made)._catalog


def test_a_doubtful_text_is_not_shown(tmp_path):
    path = write_catalog(
        tmp_path, "de", entry("Do not wait", "Warten Sie", "#, fuzzy\n") + entry("Yes", "Ja")
    )
    compile_catalogs(tmp_path)
    assert "Do not wait" not in read(path) and read(path)["Yes"] == "Ja"


def test_an_installation_without_its_texts_is_told_what_to_do(tmp_path, settings, capsys):
    settings.LOCALE_PATHS = [tmp_path]
    write_catalog(tmp_path, "de", entry("Yes", "Ja"))
    (problem,) = check_texts_are_compiled(None)
    assert (problem.msg, problem.hint) == (
        "The texts of de are not compiled.",
        "Run manage.py compile_texts.",
    )
    call_command("compile_texts")
    assert "compiled: de" in capsys.readouterr().out
    assert check_texts_are_compiled(None) == []


def test_the_made_up_language_went_the_way_of_every_other(made_up_folder):
    assert codes_spoken(made_up_folder) == ["en", CODE]


def codes_spoken(folder: Path) -> list[str]:
    with spoken(folder):
        return codes(folder)


needs_gettext = pytest.mark.skipif(not shutil.which("xgettext"), reason="no gettext tools")


@pytest.fixture
def program(tmp_path) -> Path:
    """A small program with two texts."""
    (tmp_path / "manage.py").write_text(MANAGE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text("{% load i18n %}{% translate 'A new text of the page' %}")
    (tmp_path / "templates/drawing.svg").write_text("{% load i18n %}{% translate 'Words in a drawing' %}")
    return tmp_path


@needs_gettext
def test_collecting_texts_loses_no_translation(program):
    """One in use, one whose English changed a little, one whose English is gone, one kept from before."""
    path = write_catalog(
        program / "locale",
        "de",
        entry("An old text of the page", "Ein alter Text der Seite")
        + entry("Nobody says this", "Das sagt niemand mehr")
        + '#~ msgid "Gone long ago"\n#~ msgstr "Lange fort"\n',
    )
    before = messages.translations(path)
    assert before == {"Ein alter Text der Seite", "Das sagt niemand mehr", "Lange fort"}
    assert messages.main([], root=program) == 0
    assert messages.translations(path) >= before
    assert 'msgid "Words in a drawing"' in path.read_text()
    english = (program / "locale/en/LC_MESSAGES/django.po").read_text()
    assert 'msgid "A new text of the page"' in english and "#~" not in english
    assert messages.main(["--check"], root=program) == 0


@needs_gettext
def test_were_a_translation_lost_nothing_would_be_written(program, monkeypatch):
    path = write_catalog(program / "locale", "de", entry("Nobody says this", "Das sagt niemand mehr"))
    was = path.read_text()
    monkeypatch.setattr(messages, "MAKE", (*messages.MAKE, "--no-obsolete"))
    with pytest.raises(SystemExit, match="would lose 1 texts, such as “Das sagt niemand mehr”"):
        messages.main([], root=program)
    assert path.read_text() == was
