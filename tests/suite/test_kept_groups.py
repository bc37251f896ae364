import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from tests.enquiries.words.test_groups import GIVEN


@pytest.mark.django_db(transaction=True)
def test_the_groups_outlive_a_flush():
    call_command("flush", interactive=False, verbosity=0)
    rights = {group.name: group.permissions.count() for group in Group.objects.all()}
    assert rights == {name: len(given) for name, given in GIVEN.items()}
