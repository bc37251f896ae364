"""What a file is: its first bytes decide, never its name. A full parse follows, so a wrong guess here is harmless."""

from enquiries.files.sandbox.unfit import Unfit

PDF, JPEG, PNG, HEIC, WEBP, TIFF = "pdf", "jpeg", "png", "heic", "webp", "tiff"
FIRST_BYTES = {
    b"\xff\xd8": JPEG,
    b"\x89PNG\r\n\x1a\n": PNG,
    b"II*\x00": TIFF,
    b"MM\x00*": TIFF,
    b"II+\x00": TIFF,  # of more than 4 GB, which small ones may call themselves too
    b"MM\x00+": TIFF,
}
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"})
# Viewers look for a PDF's beginning anywhere in the first kilobyte: scanners and mail programs put lines before it.
PDF_WITHIN = 1024


def kind_of(data: bytes) -> str:
    """Raises Unfit for what no reader here knows, with the reason that fits it best."""
    # First: a DICOM file may begin as a TIFF does.
    if data[128:132] == b"DICM":
        raise Unfit("dicom")
    for first, kind in FIRST_BYTES.items():
        if data.startswith(first):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp" and _brands(data) & HEIC_BRANDS and data[8:12] not in (b"avif", b"avis"):
        return HEIC
    if b"%PDF-" in data[: PDF_WITHIN + 5] or (data.startswith(b"%!PS-Adobe-") and b" PDF-" in data[:64]):
        return PDF
    raise Unfit("archive" if data.startswith(b"PK\x03\x04") and not _is_office(data) else "type")


def _brands(data: bytes) -> set[bytes]:
    end = min(int.from_bytes(data[:4]), 256)
    return {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}


def _is_office(data: bytes) -> bool:
    """Word, Excel and their free kin are ZIP files too; "unpack it" would be no help."""
    return b"[Content_Types].xml" in data or data[30:38] == b"mimetype"
