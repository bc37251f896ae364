"""Who may call what (checks 36 and 57), held against Django's own list of addresses."""

from django.contrib.auth.models import User
from django.urls import reverse

from content.models import ArticleRevision
from tests.factories import make_staff
from tests.portal.access.access_table import FAMILY, HOSPITAL, PUBLIC, STAFF, TABLE, ZONES
from tests.portal.access.routes import routes

ROUTES = routes()
LISTED = [route for route in ROUTES if route.name in TABLE]
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
LEAD_ON = {"machine:favicon"}  # to where the picture lies
START = {FAMILY: "/status/", HOSPITAL: "/clinic/"}


def listed(*zones):
    return [route for route in LISTED if TABLE[route.name].zone in zones]


def ask(client, route, method: str, **found: str):
    return client.generic(method, route.path(**(TABLE[route.name].example | found)))


def test_every_address_is_in_the_table_of_who_may():
    missing = [f'"{route.name}": row(...),  # {route.route}' for route in ROUTES if route.name not in TABLE]
    assert not missing, "Add to tests/portal/access/access_table.py:\n" + "\n".join(missing)


def test_every_line_of_the_table_has_its_address():
    assert sorted(TABLE.keys() - {route.name for route in ROUTES}) == []


def test_only_the_public_the_family_and_the_hospital_need_no_staff_account():
    """Check 57: the views marked login_not_required are exactly those of the table."""
    open_views = {route.name for route in LISTED if not route.needs_login}
    assert open_views == {name for name, row in TABLE.items() if row.zone in ZONES}


def test_anyone_may_open_a_public_page(client, catalog, guide):
    open_to_all = [route for route in listed(PUBLIC) if "GET" in TABLE[route.name].methods]
    answers = {route.name: ask(client, route, "GET").status_code for route in open_to_all}
    assert answers == {name: 302 if name in LEAD_ON else 200 for name in answers}


def test_a_public_page_takes_no_method_it_does_not_name(client, db):
    taken = {
        route.name: {method for method in METHODS if ask(client, route, method).status_code != 405}
        for route in listed(PUBLIC)
    }
    assert taken == {name: TABLE[name].methods for name in taken}


def test_without_its_session_a_zone_shows_nothing(client, db):
    answers = {
        (route.name, method): (TABLE[route.name].zone, ask(client, route, method))
        for route in listed(FAMILY, HOSPITAL)
        for method in METHODS
    }
    shown = {
        key: (answer.status_code, answer.headers.get("Location"))
        for key, (zone, answer) in answers.items()
        # 403: what was typed into a form is given back, nothing else (the session ended meanwhile)
        if answer.status_code not in {403, 405} and not leads_to(answer, START[zone])
    }
    assert shown == {}


def leads_to(answer, path: str) -> bool:
    return answer.status_code == 302 and answer.headers["Location"].partition("?")[0] == path


def test_without_signing_in_staff_pages_lead_to_the_login(client, db):
    shown = [
        (route.name, method)
        for route in listed(None)
        for method in sorted(TABLE[route.name].methods)
        if not leads_to(ask(client, route, method), reverse("admin:login"))
    ]
    assert shown == []


def test_each_group_opens_what_the_table_says_and_nothing_else(client, guide):
    text = str(ArticleRevision.objects.first().pk)
    pages = [
        route
        for route in listed(None)
        if "GET" in TABLE[route.name].methods and TABLE[route.name].who != STAFF
    ]
    opened: dict[str, set[str]] = {route.name: set() for route in pages}
    for name in STAFF:
        client.force_login(make_staff(f"{name}-of-the-table", name))
        for route in pages:
            if ask(client, route, "GET", pk=text).status_code != 403:
                opened[route.name].add(name)
    assert opened == {name: set(TABLE[name].who) for name in opened}


def test_someone_without_the_staff_mark_opens_no_staff_page(client, db):
    client.force_login(User.objects.create_user("former"))
    shown = [
        route.name
        for route in listed(None)
        if ask(client, route, "GET").status_code not in {302, 403, 404, 405}
    ]
    assert shown == []
