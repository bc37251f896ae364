"""Files made for the tests: good ones, broken ones, and ones that want to do harm."""

import io
import struct
import zipfile
import zlib

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, PngImagePlugin

CANARY = "Canary-Haddad-52.5200-13.4050"
PAGE_TEXT = b"BT /F1 24 Tf 72 700 Td (Bone marrow report) Tj ET"


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="application/octet-stream")


def photo(kind: str = "JPEG", size=(60, 40), mode: str = "RGB", **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 200 if mode in ("L", "1", "I;16") else None).save(out, kind, **options)
    return out.getvalue()


def photo_with_place() -> bytes:
    """A phone's photo, held upright: the left edge of the data is the top of the picture."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = 6, "Canary Phone", CANARY
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (52.0, 31.0, 12.0)
    image = Image.new("RGB", (80, 40), "blue")
    image.paste("red", (0, 0, 40, 40))
    out = io.BytesIO()
    image.save(
        out, "JPEG", exif=exif, comment=CANARY.encode(), icc_profile=CANARY.encode() * 4, xmp=CANARY.encode()
    )
    return out.getvalue()


def png_with_text() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", CANARY)
    told.add_itxt("XML:com.adobe.xmp", f"<x>{CANARY}</x>")
    return (
        photo("PNG", pnginfo=told, icc_profile=CANARY.encode()) + b"<script>" + CANARY.encode() + b"</script>"
    )


def phone_photo_in_two() -> bytes:
    out = io.BytesIO()
    small = Image.new("RGB", (20, 20), "green")
    Image.new("RGB", (60, 40), "green").save(out, "MPO", save_all=True, append_images=[small])
    return out.getvalue()


def moving_png() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "green")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


def png_stating(width: int, height: int) -> bytes:
    """A few bytes that claim to be a huge picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    parts = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def new_pdf(pages: int = 1) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for _number in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(PAGE_TEXT)
    return pdf


def saved(pdf: pikepdf.Pdf, **options) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def letter(pages: int = 1) -> bytes:
    return saved(new_pdf(pages))


def locked_letter(user: str) -> bytes:
    return saved(new_pdf(), encryption=pikepdf.Encryption(owner="owner", user=user))


def filled_form() -> bytes:
    """A form with one field filled in: what a person reads stands in the field's appearance only."""
    pdf = new_pdf()
    shown = pdf.make_stream(b"BT /F1 12 Tf (I, Amira, hereby authorize) Tj ET")
    shown.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 300, 20])})
    shown.Resources = pdf.pages[0].obj.Resources
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("I, Amira, hereby authorize"),
            Rect=Array([72, 600, 372, 620]), AP=Dictionary(N=shown), F=4,
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([field])))
    return saved(pdf)


def harmful_pdf() -> bytes:
    """Every way we know in which a PDF acts, hides a file or tells who made it."""
    pdf = new_pdf(2)
    script = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String(f"app.alert('{CANARY}')"))
    launch = Dictionary(Type=Name.Action, S=Name.Launch, F=String("cmd.exe"))
    hidden = pdf.make_stream(CANARY.encode() * 20)
    hidden.Type = Name.EmbeddedFile
    attached = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=hidden)))
    _harm_catalog(pdf, script, attached)
    for page in pdf.pages:
        _harm_page(pdf, page.obj, script, launch, attached, hidden)
    pdf.docinfo["/Author"] = CANARY
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]
    return saved(pdf)


def _harm_catalog(pdf, script, attached) -> None:
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.AF = Array([attached])
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String(CANARY))
    named = Array([String("x"), attached])
    pdf.Root.Names = Dictionary(
        EmbeddedFiles=Dictionary(Names=named), JavaScript=Dictionary(Names=Array([String("y"), script]))
    )


def _harm_page(pdf, page, script, launch, attached, hidden) -> None:
    page.AA = Dictionary(O=script)
    page.Annots = Array(
        [
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=launch),
            Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=attached),
            Dictionary(
                Type=Name.Annot, Subtype=Name.Screen, Rect=Array([0, 0, 9, 9]), AA=Dictionary(PO=script)
            ),
        ]
    )
    page.PieceInfo = Dictionary(Secret=Dictionary(Private=hidden))
    page.AF = Array([attached])
    page.Metadata = hidden
    page.Innocent = attached
    shape = pdf.make_stream(b"0 0 10 10 re f")
    shape.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 10, 10])})
    shape.update(
        {"/AF": Array([attached]), "/PieceInfo": Dictionary(X=hidden), "/Metadata": hidden, "/Odd": script}
    )
    picture = pdf.make_stream(bytes(12))
    picture.update({"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 2, "/Height": 2})
    picture.update(
        {"/ColorSpace": Name.DeviceRGB, "/BitsPerComponent": 8, "/Metadata": hidden, "/AF": attached}
    )
    postscript = pdf.make_stream(b"(" + CANARY.encode() + b") print")
    postscript.update({"/Type": Name.XObject, "/Subtype": Name.PS})
    resources = page.Resources
    resources.XObject = Dictionary(S1=shape, S2=picture, S3=postscript, S4=attached)
    resources.Properties = Dictionary(P1=Dictionary(Metadata=hidden, EF=Dictionary(F=hidden)))
    resources.ExtGState = Dictionary(
        G1=Dictionary(Type=Name.ExtGState, CA=1, AA=script, Odd=attached), JS=String("x")
    )
    resources.Pattern = Dictionary(
        P1=Dictionary(PatternType=2, Shading=Dictionary(ShadingType=2, OpenAction=script, AF=attached))
    )
    resources.Odd = script


def pdf_with_contents(data: bytes, filters) -> bytes:
    pdf = new_pdf()
    pdf.pages[0].obj.Contents = Stream(pdf, data)
    pdf.pages[0].obj.Contents.write(data, filter=filters)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def pdf_bomb(rounds: int = 1) -> bytes:
    """A page whose drawing unpacks to 4 GB; with more rounds, packed again. Its packed megabytes are all alike, so
    that it is made in no time; the checksum of n zeros is n in the upper half and 1 in the lower."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    megabyte = packer.compress(bytes(2**20)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = ((4096 * 2**20) % 65521) << 16 | 1
    data = head + megabyte * 4096 + b"\x03\x00" + checksum.to_bytes(4, "big")
    for _again in range(rounds - 1):
        data = zlib.compress(data, 9)
    return pdf_with_contents(data, Array([Name.FlateDecode] * rounds))


def pdf_page_tree_bomb(levels: int = 30) -> bytes:
    """Each node of the page tree names the next one twice: two to the thirtieth pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    for number in range(2, 2 + levels):
        child = b"%d 0 R" % (number + 1)
        objects.append(b"<< /Type /Pages /Count 2 /Kids [%b %b] >>" % (child, child))
    objects.append(b"<< /Type /Page /MediaBox [0 0 9 9] >>")
    return handmade_pdf(objects)


def pdf_of_many_objects() -> bytes:
    return handmade_pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"] + [b"[]"] * 210_000
    )


def handmade_pdf(objects: list[bytes]) -> bytes:
    out, places = io.BytesIO(b"%PDF-1.7\n"), []
    out.seek(0, io.SEEK_END)
    for number, text in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, text))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def archive(name: str = "a.txt") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, CANARY)
    return out.getvalue()


def macro_document() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<w:document/>")
        made.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return out.getvalue()


def unpacked_text(data: bytes) -> bytes:
    """Every stream of a PDF, unpacked, and everything else as it stands: for looking for what must not be there."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [
            item.read_bytes()
            for item in pdf.objects
            if isinstance(item, Stream) and item.get("/Subtype") != Name.Image
        ]
        others = [repr(item).encode() for item in pdf.objects]
    return b"\n".join(streams + others)
