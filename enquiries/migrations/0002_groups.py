"""The four groups of staff, and what each may. A later migration that adds a model adds its permissions here below.

Permissions are made by Django after all migrations have run; a fresh database has none yet at this point, so they are
made here first.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CATALOG = (
    "hospitals.view_hospital",
    "hospitals.view_hospitalfact",
    "hospitals.view_source",
    "programs.view_program",
)
GUIDE = (
    "content.view_article",
    "content.view_articlerevision",
    "content.view_reference",
    "content.view_glossaryterm",
)
GROUPS = {
    "coordinator": (
        "enquiries.view_enquiry",
        "enquiries.triage_enquiry",
        *CATALOG,
    ),
    "editor": (
        *GUIDE,
        "content.add_article",
        "content.change_article",
        "content.add_articlerevision",
        "content.change_articlerevision",
        "content.submit_revision",
        "content.add_reference",
        "content.change_reference",
        "content.add_glossaryterm",
        "content.change_glossaryterm",
        "content.view_pagereport",
        "content.change_pagereport",
        *CATALOG,
        "hospitals.change_hospital",
        "hospitals.add_hospitalfact",
        "hospitals.change_hospitalfact",
        "hospitals.add_source",
        "hospitals.change_source",
        "programs.change_program",
    ),
    "reviewer": (*GUIDE, "content.review_revision", "content.view_pagereport"),
    "operator": (
        "enquiries.view_notice",
        "hospitals.change_hospital",
        "hospitals.direct_requests",
        *CATALOG,
        *GUIDE,
    ),
}
APPS = ("hospitals", "programs", "content", "enquiries")


def make_permissions(apps):
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True  # historical apps have none, and create_permissions passes such apps over
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def make_groups(apps, schema_editor):
    make_permissions(apps)
    fill_groups(apps)


def fill_groups(apps):
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, wanted in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        for full_name in wanted:
            label, codename = full_name.split(".")
            group.permissions.add(Permission.objects.get(content_type__app_label=label, codename=codename))


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("enquiries", "0001_initial"),
        ("hospitals", "0001_initial"),
        ("programs", "0001_initial"),
        ("content", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
