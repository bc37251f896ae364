"""Who may: each role against each right, the refusals in sentences."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User

from enquiries.desk.decisions.table import DECISIONS
from enquiries.models import Document
from enquiries.words import permissions
from tests import factories

pytestmark = pytest.mark.django_db


def people():
    superuser = User.objects.create_superuser("root", password="a long test password")
    left = factories.make_staff("lena", "coordinator")
    left.is_active = False
    not_staff = factories.make_staff("nils", "coordinator")
    not_staff.is_staff = False
    return {
        "coordinator": factories.make_staff("carla", "coordinator"),
        "editor": factories.make_staff("edda", "editor"),
        "reviewer": factories.make_staff("rosa", "reviewer"),
        "operator": factories.make_staff("otto", "operator"),
        "staff without a group": User.objects.create_user("stan", is_staff=True),
        "coordinator who left": left,
        "coordinator without the staff flag": not_staff,
        "superuser": superuser,
        "nobody": None,
        "anonymous": AnonymousUser(),
    }


def may_decide(user, permission) -> bool:
    try:
        permissions.check_user_can_decide(user, permission)
    except permissions.NotAllowed:
        return False
    return True


def test_only_coordinators_read_enquiries_and_only_operators_see_the_outbox():
    cast = people()
    assert {who for who, user in cast.items() if permissions.user_can_read_enquiries(user)} == {
        "coordinator",
        "superuser",
    }
    assert {who for who, user in cast.items() if permissions.user_can_see_notices(user)} == {
        "operator",
        "superuser",
    }


def test_each_decision_is_open_to_coordinators_and_to_nobody_else():
    cast = people()
    for row in DECISIONS:
        may = {who for who, user in cast.items() if may_decide(user, row.permission)}
        assert may == {"coordinator", "superuser"}, row.key


@pytest.mark.parametrize("unknown", ["", "enquiries.delete_everything", permissions.VIEW_NOTICES])
def test_no_decision_can_be_opened_by_another_permission_not_even_to_a_superuser(unknown):
    with pytest.raises(permissions.NotAllowed) as refusal:
        permissions.check_user_can_decide(people()["superuser"], unknown)
    assert str(refusal.value) == "There is no such step."


def test_triage_without_the_right_to_look_is_no_right():
    user = User.objects.create_user("half", is_staff=True)
    user.user_permissions.add(
        *Group.objects.get(name="coordinator").permissions.filter(codename="triage_enquiry")
    )
    assert may_decide(user, permissions.TRIAGE) is False
    assert permissions.user_can_read_enquiries(user) is False


def test_a_refusal_says_why():
    with pytest.raises(permissions.NotAllowed) as refusal:
        permissions.check_user_can_read_enquiries(people()["editor"])
    assert str(refusal.value) == "Only coordinators may open enquiries."


def test_a_file_that_has_not_passed_its_check_opens_for_nobody():
    carla = factories.make_staff("carla", "coordinator")
    permissions.check_user_can_open_document(carla, Document(scan=Document.Scan.CLEAN))
    with pytest.raises(permissions.NotAllowed, match="has not passed its check"):
        permissions.check_user_can_open_document(carla, Document(scan=Document.Scan.PENDING))
