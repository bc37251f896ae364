"""Uploads stay in memory: nothing of them is ever written to a disk in plain text, so a killed process leaves nothing.

What is beyond the limits is read and thrown away, so that the form can answer at the field and keep what was typed. A
body that is far beyond them is not read at all and answered with 413.
"""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest


class MemoryOnlyUploadHandler(FileUploadHandler):
    """A file over the limit arrives with its true size and no content: add_document refuses it by its size."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.kept_in_request = 0

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        if content_length > settings.MAX_UPLOAD_BODY_BYTES:
            raise RequestDataTooBig("the body is larger than MAX_UPLOAD_BODY_BYTES")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = BytesIO()
        self.over = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        room = settings.MAX_ENQUIRY_FILE_BYTES - self.kept_in_request
        if self.over or start + len(raw_data) > settings.MAX_FILE_BYTES or len(raw_data) > room:
            self._drop()
            return
        self.file.write(raw_data)
        self.kept_in_request += len(raw_data)

    def _drop(self) -> None:
        self.kept_in_request -= self.file.tell()
        self.file, self.over = BytesIO(), True

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.file.seek(0)
        size = max(file_size, settings.MAX_FILE_BYTES + 1) if self.over else file_size
        return InMemoryUploadedFile(
            file=self.file,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
