"""Layers that a PDF keeps hidden. A rebuilt PDF has no layers, so what is hidden must go, or it would come up."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

PAINTS_PATH = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
NEXT_LINE = {"'", '"'}
PAINTS = frozenset({"Tj", "TJ", "sh", "INLINE IMAGE"})
OPENS = frozenset({"BMC", "BDC"})


class Layers:
    """Which of the layers are hidden when the file is opened."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        properties = pdf.Root.get("/OCProperties")
        self.pdf = pdf
        self.hidden = _hidden(properties) if isinstance(properties, Dictionary) else set()
        self.seen: set[tuple[int, int]] = set()

    def drop_hidden_annotations(self) -> None:
        for page in self.pdf.pages if self.hidden else []:
            if isinstance(page.obj.get("/Annots"), Array):
                page.obj.Annots = Array([one for one in page.obj.Annots if not self.hides(layer_of(one))])

    def drop_hidden_drawings(self) -> None:
        for page in self.pdf.pages if self.hidden else []:
            resources = page.get("/Resources", Dictionary())
            contents = self._filtered(page, resources)
            page.obj.Contents = self.pdf.make_stream(contents)

    def hides(self, layer: Any) -> bool:
        """A layer, or a choice of several."""
        if not isinstance(layer, Dictionary):
            return False
        if layer.get("/Type") != Name.OCMD:
            return layer.objgen in self.hidden
        groups = layer.get("/OCGs", Array())
        off = [one.objgen in self.hidden for one in (groups if isinstance(groups, Array) else [groups])]
        shown = {"/AllOn": not any(off), "/AnyOff": any(off), "/AllOff": all(off)}
        return bool(off) and not shown.get(str(layer.get("/P", "/AnyOn")), not all(off))

    def _filtered(self, drawn: Any, resources: Any) -> bytes:
        kept: list[Any] = []
        open_marks: list[bool] = []
        for instruction in pikepdf.parse_content_stream(drawn):
            operator = str(instruction.operator)
            if operator in OPENS:
                open_marks.append(self._is_hidden_mark(instruction, resources))
            elif operator == "EMC" and open_marks:
                open_marks.pop()
            if operator == "Do" and (any(open_marks) or self._is_hidden_form(instruction, resources)):
                continue
            kept += _unpainted(instruction, operator) if any(open_marks) else [instruction]
        return pikepdf.unparse_content_stream(kept)

    def _is_hidden_mark(self, instruction: Any, resources: Any) -> bool:
        operands = instruction.operands
        if len(operands) < 2 or operands[0] != Name.OC or not isinstance(operands[1], Name):
            return False
        return self.hides(resources.get("/Properties", Dictionary()).get(str(operands[1])))

    def _is_hidden_form(self, instruction: Any, resources: Any) -> bool:
        """On the way its own drawing is filtered too."""
        form = resources.get("/XObject", Dictionary()).get(str(instruction.operands[0]))
        if not isinstance(form, Stream):
            return False
        if self.hides(layer_of(form)):
            return True
        if form.get("/Subtype") == Name.Form and form.objgen not in self.seen:
            self.seen.add(form.objgen)
            form.write(self._filtered(form, form.get("/Resources", resources)))
        return False


def layer_of(item: Any) -> Any:
    return item.get("/OC") if isinstance(item, Dictionary | Stream) else None


def _hidden(properties: pikepdf.Object) -> set[tuple[int, int]]:
    default = properties.get("/D", Dictionary())
    hidden = set()
    if default.get("/BaseState") == Name.OFF:
        hidden = {one.objgen for one in properties.get("/OCGs", Array())}
    hidden |= {one.objgen for one in default.get("/OFF", Array())}
    hidden -= {one.objgen for one in default.get("/ON", Array())}
    for rule in default.get("/AS", Array()):
        if rule.get("/Event") == Name.View:
            for group in rule.get("/OCGs", Array()):
                state = group.get("/Usage", Dictionary()).get("/View", Dictionary()).get("/ViewState")
                if state is not None:
                    (hidden.add if state == Name.OFF else hidden.discard)(group.objgen)
    return hidden


def _unpainted(instruction: Any, operator: str) -> list[Any]:
    """What is left of it where nothing is to be seen: places, clips and states go on, paint does not."""
    if operator in PAINTS_PATH:
        return [pikepdf.ContentStreamInstruction([], pikepdf.Operator("n"))]
    if operator in NEXT_LINE:
        return [pikepdf.ContentStreamInstruction([], pikepdf.Operator("T*"))]
    return [] if operator in PAINTS else [instruction]
