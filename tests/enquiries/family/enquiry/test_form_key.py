"""The form's own key."""

from django.core import signing

from enquiries.family.enquiry.stamp import new_stamp, read_stamp


def test_a_form_keeps_its_key_and_the_database_can_not_make_the_form():
    """Sending a form again opens its receipt: the database and SECRET_KEY together must not yield one."""
    stamp = new_stamp()
    assert read_stamp(stamp.signed).key == stamp.key
    forged = signing.TimestampSigner(salt="enquiry form").sign(stamp.key)
    assert read_stamp(forged).key != stamp.key
