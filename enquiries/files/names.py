"""Names of files: what a stranger's computer called them, made harmless for every other computer."""

import unicodedata

EXTENSIONS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
# Of what we take; the kept file has another one when it was converted.
KNOWN_ENDINGS = frozenset({
    "pdf", "jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "hif", "webp", "tif", "tiff",
})  # fmt: skip
LONGEST_STEM = 120
LONGEST_STEM_BYTES = 180  # most file systems end at 255 bytes
RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
FORBIDDEN = frozenset('<>:"|?*%;\\/')


def harmless_name(name: str, content_type: str) -> str:
    """One visible line, no path, nothing that turns the reading direction, no name that Windows keeps for itself; the
    extension is always that of `content_type`."""
    extension = EXTENSIONS.get(content_type, "")
    last = unicodedata.normalize("NFC", name[-5000:]).replace("\\", "/").rpartition("/")[2]
    visible = "".join(map(_visible, last))
    stem = " ".join(visible.split()).strip(". ")
    stem = _without_extension(stem)
    stem = _shortened(stem).strip(". ") or "document"
    if stem.partition(".")[0].strip().casefold() in RESERVED:
        stem = f"_{stem}"
    return stem + extension


def _visible(char: str) -> str:
    """Controls, direction marks, surrogates, private and unassigned characters vanish; separators become spaces."""
    category = unicodedata.category(char)
    if category.startswith("Z") or char in "\t\r\n":
        return " "
    if category.startswith("C"):
        return ""
    return "_" if char in FORBIDDEN else char


def _without_extension(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    return stem if dot and extension.casefold() in KNOWN_ENDINGS else name


def _shortened(stem: str) -> str:
    stem = stem[:LONGEST_STEM]
    return stem.encode()[:LONGEST_STEM_BYTES].decode(errors="ignore")
