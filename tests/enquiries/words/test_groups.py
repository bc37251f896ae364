"""The groups of staff as the migration makes them."""

import pytest
from django.contrib.auth.models import Group

pytestmark = pytest.mark.django_db

CATALOG = {
    "hospitals.view_hospital",
    "hospitals.view_hospitalfact",
    "hospitals.view_source",
    "programs.view_program",
}
GUIDE = {f"content.view_{model}" for model in ("article", "articlerevision", "reference", "glossaryterm")}
GIVEN = {
    "coordinator": CATALOG | {"enquiries.view_enquiry", "enquiries.triage_enquiry"},
    "editor": CATALOG
    | GUIDE
    | {f"content.{verb}_{model}" for verb in ("add", "change") for model in ("article", "articlerevision")}
    | {f"content.{verb}_{model}" for verb in ("add", "change") for model in ("reference", "glossaryterm")}
    | {"content.view_pagereport", "content.change_pagereport"}
    | {"content.submit_revision", "hospitals.change_hospital", "programs.change_program"}
    | {f"hospitals.{verb}_{model}" for verb in ("add", "change") for model in ("hospitalfact", "source")},
    "reviewer": GUIDE | {"content.review_revision", "content.view_pagereport"},
    "operator": CATALOG
    | GUIDE
    | {"enquiries.view_notice", "hospitals.change_hospital", "hospitals.direct_requests"},
}


def test_a_fresh_database_has_the_four_groups_with_exactly_these_permissions():
    found = {
        group.name: {
            f"{p.content_type.app_label}.{p.codename}"
            for p in group.permissions.select_related("content_type")
        }
        for group in Group.objects.all()
    }
    assert found == GIVEN


def test_no_group_can_make_accounts_or_hand_out_permissions():
    assert not Group.objects.filter(permissions__content_type__app_label="auth").exists()
