"""Why a file is not taken, each reason with its sentence for a frightened parent: what is wrong, and the way on."""

from django.conf import settings
from django.utils.translation import gettext as _

from enquiries.words.refusal import Refused


class DocumentRefused(Refused):
    """Nothing was kept. `reason` is a code for tests and logs; str() is the sentence to show at the field."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(sentence(reason))


def sentence(reason: str) -> str:
    """In the reader's language; reasons nobody foresaw read as "we could not open it"."""
    figures = {
        "megabytes": settings.MAX_FILE_BYTES // 2**20,
        "total": settings.MAX_ENQUIRY_FILE_BYTES // 2**20,
        "files": settings.MAX_ENQUIRY_FILES,
        "pages": settings.MAX_FILE_PAGES,
    }
    sentences = _of_the_file() | _of_the_enquiry()
    return sentences.get(reason, sentences["unreadable"]) % figures


def _of_the_file() -> dict[str, str]:
    photo = _("You can also photograph each page and send the photos.")
    return {
        "empty": _("This file is empty. Please choose it again, or choose another one."),
        "too_large": _(
            "This file is larger than %(megabytes)d MB. Please send it in parts or as smaller photos."
        ),
        "type": _(
            "This is not a PDF or a picture that we can read. We take PDF, JPEG, PNG, HEIC, WebP and TIFF. Please "
            "print this file to PDF, or send a photo of it."
        ),
        "archive": _("This is a packed folder (ZIP). Please unpack it and send the files in it one by one."),
        "dicom": _(
            "This is a medical image (DICOM), which we cannot pass on. Images go to the hospital itself, by post or "
            "through a link it gives you. What helps here is the written report, as a PDF or a photo."
        ),
        "incomplete": _(
            "This file is incomplete: it breaks off before its end. Please choose it again, best from where you first "
            "got it."
        ),
        "unreadable": _("We could not open this file: it may be damaged or incomplete.") + " " + photo,
        "encrypted": _("This PDF opens only with a password. Please save it without one.") + " " + photo,
        "too_many_pages": _(
            "This PDF has more than %(pages)d pages. Please send the pages that matter most."
        ),
        "too_complex": _("This file is too large or too complex for us to check safely.") + " " + photo,
        "too_many_pixels": _(
            "This picture has too many pixels for us. Please send it in a smaller size, or as a screenshot."
        ),
        "moving": _("This is a moving picture. Please send it as single photos."),
        "collection": _("This PDF is a folder of other files. Please send each of them on its own."),
        "form": _(
            "This PDF is a form that only some programs can show. Please print it to PDF and send that."
        ),
        "changing": _(
            "Some of what this PDF shows would be lost here, such as a note or a form field. Please print it to PDF "
            "first, and send that file."
        ),
    }


def _of_the_enquiry() -> dict[str, str]:
    return {
        "too_many_files": _(
            "You have already sent %(files)d files. Please write to us if you need to send more."
        ),
        "too_much": _("All files together may have %(total)d MB. Please send smaller files, or write to us."),
        "closed": _("This enquiry is closed, so nothing can be added to it. Please write to us."),
        "not_yours": _("This step is not yours to take."),
        "busy": _("We are checking many files at this moment. Please wait a minute and send it again."),
        "not_kept": _(
            "We could not keep this file just now; the fault is ours, and nothing else was lost. "
            "Please try again in a few minutes, or write to us."
        ),
    }
