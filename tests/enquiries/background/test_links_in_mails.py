"""Checks 39 and 51: in a mail's link the code stands behind the #, so that no server and no log ever sees it."""

from urllib.parse import urlsplit

from enquiries import codes
from enquiries.background.mails import compose
from tests import factories


def links(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith(("http://", "https://"))]


def test_only_the_fragment_of_a_link_holds_the_code(haddad, ulm, carla):
    factories.release(haddad, ulm, carla)
    notices = [notice for notice in haddad.notices.select_related("code") if notice.code]
    assert {notice.audience for notice in notices} == {"family", "hospital"}
    for notice in notices:
        code = codes.code_text(notice.code)
        found = [link for link in links(compose(notice).text) if code in link]
        assert [urlsplit(link).fragment for link in found] == [code]
        assert code not in found[0].partition("#")[0]


def test_a_house_with_a_language_that_is_not_offered_is_written_to_in_english(haddad, ulm, carla):
    """A slip in the hospital's entry must neither stop its mail nor call English something else."""
    ulm.language = "xx"
    ulm.save()
    factories.release(haddad, ulm, carla)
    mail = compose(haddad.notices.get(kind="hospital_released"))
    assert '<html lang="en">' in mail.html
