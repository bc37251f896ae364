"""Log lines without personal data: where the program failed, never on whose words."""

import logging
import traceback
from typing import Any

from all_portal.serving.lines_without_codes import without_codes


class QuietFormatter(logging.Formatter):
    """An exception's message may quote what a person typed (`invalid literal for int(): '…'`) or a whole row
    (PostgreSQL's DETAIL), so only its class and the lines of the program it passed are written."""

    def formatException(self, ei: Any) -> str:
        error = ei[1]
        parts: list[str] = []
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            where = "".join(f"\n  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)
            parts.append(type(error).__qualname__ + where)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nafter ".join(parts)

    def formatMessage(self, record: logging.LogRecord) -> str:
        if record.name.startswith("django.security"):
            # These quote the offending host, file name or cookie; the logger's name says what was refused.
            record.message = "refused"
        record.message = without_codes(record.message)
        return super().formatMessage(record)


def log_lines(*, quiet: bool) -> dict[str, Any]:
    """For settings.LOGGING. `quiet` writes no message of an exception; only a developer's own machine does without."""
    formatter = "all_portal.serving.logs.QuietFormatter" if quiet else "logging.Formatter"
    line = {"()": formatter, "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
    }
