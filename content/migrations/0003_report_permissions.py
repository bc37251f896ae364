"""Who may read and deal with what readers report. The groups themselves are made in enquiries.0002_groups."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GRANTS = {
    "editor": ("content.view_pagereport", "content.change_pagereport"),
    "reviewer": ("content.view_pagereport",),
}


def grant(apps, schema_editor):
    config = apps.get_app_config("content")
    config.models_module = True  # historical apps have none, and create_permissions passes such apps over
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, wanted in GRANTS.items():
        group, _created = Group.objects.get_or_create(name=name)
        for full_name in wanted:
            label, codename = full_name.split(".")
            group.permissions.add(Permission.objects.get(content_type__app_label=label, codename=codename))


class Migration(migrations.Migration):
    dependencies = [("content", "0002_page_report"), ("enquiries", "0002_groups")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
