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
            "We can take PDF, JPEG and PNG files only. Please save this file as PDF, or send a photo of it."
        ),
        "heic": _(
            "We cannot open photos in the HEIC format. Please send a JPEG, or a PDF made from the photo: on an iPhone, "
            "set Camera, Formats to “Most Compatible”, or mail the photo to yourself first."
        ),
        "mismatch": _(
            "The content of this file does not match its name. Please open it and save it again as PDF or JPEG."
        ),
        "unreadable": _("We could not open this file: it may be damaged or incomplete.") + " " + photo,
        "encrypted": _("This PDF is locked with a password or against copying. Please save it without.")
        + " "
        + photo,
        "too_many_pages": _(
            "This PDF has more than %(pages)d pages. Please send the pages that matter most."
        ),
        "too_complex": _("This file is too large or too complex for us to check safely.") + " " + photo,
        "too_many_pixels": _("This picture has too many pixels for us. Please send it in a smaller size."),
        "moving": _("This is a moving picture. Please send it as single photos."),
        "mixed": _(
            "Another file is hidden in this one, so we did not keep it. Please print it to PDF and try again."
        ),
        "collection": _("This PDF is a folder of other files. Please send each of them on its own."),
        "form": _(
            "This PDF is a form that only some programs can show. Please print it to PDF and send that."
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
