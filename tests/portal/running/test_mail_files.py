"""Without a mail server each mail is a file of its own."""

from email import message_from_bytes, policy

from enquiries.background import outbox
from tests import factories


def test_each_mail_is_one_file_that_reads_as_that_mail(ulm, freiburg, settings, tmp_path):
    settings.MAILERS = {
        "default": {
            "BACKEND": "all_portal.demo.mail_files.EmailBackend",
            "OPTIONS": {"file_path": str(tmp_path)},
        }
    }
    for _number in range(6):
        factories.make_enquiry(ulm, freiburg)
    assert outbox.send_due()["sent"] == 12
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in tmp_path.glob("*.eml")]
    assert len({mail["Message-ID"] for mail in mails}) == len(mails) == 12
