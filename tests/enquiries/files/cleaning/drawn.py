"""PDFs as a viewer shows them, for the tests of what a cleaned one still says."""

import io

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.enquiries.files import making


def page_of(data: bytes, number: int = 0) -> Image.Image:
    """With its form fields and notes, a pixel a point."""
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    return pdf[number].render(scale=1).to_pil().convert("L")


def ink(data: bytes, box: tuple[int, int, int, int]) -> bool:
    """Is anything dark in this part of the first page? Left, bottom, right, top, as PDFs count."""
    page = page_of(data)
    left, bottom, right, top = box
    return page.crop((left, page.height - top, right, page.height - bottom)).getextrema()[0] < 128


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf).replace("\r\n", "\n")


def form_with(*, anew: bool = False, **field) -> bytes:
    """A page with one field at FIELD, without a drawing unless it is given."""
    pdf = making.new_pdf()
    options = {"Type": Name.Annot, "Subtype": Name.Widget, "FT": Name.Tx, "T": String("a"), "F": 4}
    options |= {"Rect": Array(FIELD), "DA": String("/Helv 12 Tf 0 g")} | field
    placed = pdf.make_indirect(Dictionary({f"/{key}": value for key, value in options.items()}))
    pdf.pages[0].obj.Annots = Array([placed])
    pdf.Root.AcroForm = Dictionary(Fields=Array([placed]), NeedAppearances=anew)
    return making.saved(pdf)


def page_with(**note) -> bytes:
    """A page with one note at FIELD."""
    pdf = making.new_pdf()
    options = {"Type": Name.Annot, "F": 4, "Rect": Array(FIELD)} | note
    pdf.pages[0].obj.Annots = Array([Dictionary({f"/{key}": value for key, value in options.items()})])
    return making.saved(pdf)


def drawing(pdf: pikepdf.Pdf, text: str) -> pikepdf.Object:
    form = pdf.make_stream(b"BT /F1 12 Tf 2 5 Td (" + text.encode() + b") Tj ET")
    form.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 300, 20])})
    form.Resources = pdf.pages[0].obj.Resources
    return form


def layered(contents: bytes, *, state: str = "OFF", **resources) -> bytes:
    """A page with one layer, called /L in its contents, that is hidden unless another state is given."""
    pdf = making.new_pdf()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(L=layer)
    for name, value in resources.items():
        page.Resources[f"/{name}"] = value(pdf, layer)
    page.Contents = pdf.make_stream(contents)
    order = {"OFF": Array([layer]) if state == "OFF" else Array([])}
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=order["OFF"]))
    return making.saved(pdf)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


FIELD = [72, 600, 372, 620]
