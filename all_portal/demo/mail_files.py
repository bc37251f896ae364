"""Mail on a machine without a mail server: each one a file that a mail program opens."""

import uuid
from pathlib import Path
from typing import Any

from django.core.mail.backends.filebased import EmailBackend as FileBackend
from django.utils import timezone

from ground.berlin import in_berlin


class EmailBackend(FileBackend):
    """Django's own names files by the second and a memory address: two mails can share one."""

    _fname: str | None

    def _get_filename(self) -> str:
        if self._fname is None:
            now = in_berlin(timezone.now())
            self._fname = str(Path(self.file_path) / f"{now:%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:12]}.eml")
        return self._fname

    def write_message(self, message: Any) -> None:
        self.stream.write(message.message().as_bytes())
