"""Run by test_files_after_a_crash: adds a document and is killed when the blob is stored and the row not committed."""

import os
import signal
import sys

import django

django.setup()

from enquiries.documents.keeping import add_document  # noqa: E402
from enquiries.models import Document, Enquiry  # noqa: E402
from enquiries.rules import workflow  # noqa: E402
from enquiries.words.actors import Actor  # noqa: E402
from tests.enquiries.files.making import letter, upload  # noqa: E402

enquiry = Enquiry.objects.get(pk=int(sys.argv[1]))


def die(*args, **kwargs) -> None:
    print("rows", Document.objects.count(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


workflow.record = die
add_document(enquiry=enquiry, upload=upload("letter.pdf", letter()), kind="lab", by=Actor.family(enquiry))
