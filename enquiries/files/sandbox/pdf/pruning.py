"""Cuts a page of a PDF down to what is drawn: allowlists where the standard names the keys (page, resources, pictures,
forms, fonts), and no key that can act, embed or tell anywhere else."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

MOST_PIXELS = 80_000_000  # an A3 page scanned at 600 dpi has 70
MOST_VISITS = 500_000
MOST_ANCESTORS = 64

PAGE = frozenset({
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group", "/UserUnit",
})  # fmt: skip
INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
RESOURCES = frozenset({"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/ProcSet"})
STREAM = frozenset({"/Length", "/Filter", "/DecodeParms", "/Type", "/Subtype"})
IMAGE = STREAM | {
    "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask", "/Decode",
    "/Interpolate", "/SMask", "/SMaskInData", "/Matte", "/Name",
}  # fmt: skip
FORM = STREAM | {"/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/Name"}
FONT = frozenset({
    "/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/FontDescriptor", "/Encoding",
    "/ToUnicode", "/Name", "/FontBBox", "/FontMatrix", "/CharProcs", "/Resources", "/DescendantFonts",
    "/CIDSystemInfo", "/DW", "/W", "/DW2", "/W2", "/CIDToGIDMap",
})  # fmt: skip

# In these the keys are names that the page's author chose, so a key says nothing; their values are judged as all are.
NAMES_INSIDE = frozenset({
    "/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/CharProcs", "/Colorants",
})  # fmt: skip
FORBIDDEN_KEYS = frozenset({
    "/A", "/AA", "/AcroForm", "/Action", "/AF", "/Alternates", "/Annots", "/Dest", "/EF", "/EmbeddedFile",
    "/EmbeddedFiles", "/FS", "/GoToE", "/GoToR", "/ImportData", "/JavaScript", "/JS", "/Launch", "/Metadata",
    "/Names", "/OC", "/OPI", "/OpenAction", "/Outlines", "/Parent", "/PieceInfo", "/Ref", "/RichMedia",
    "/SubmitForm", "/StructParent", "/StructParents", "/UF", "/URI", "/XFA",
})  # fmt: skip
# Nothing that is drawn has such a name, not even by choice.
NEVER = frozenset({
    "/AA", "/AcroForm", "/EmbeddedFile", "/EmbeddedFiles", "/JavaScript", "/JS", "/Launch", "/OpenAction", "/XFA",
})  # fmt: skip
# A stream whose data lie in another file.
ELSEWHERE = frozenset({"/F", "/FFilter", "/FDecodeParms"})
FORBIDDEN_TYPES = frozenset({
    "/Action", "/Annot", "/Catalog", "/EmbeddedFile", "/Filespec", "/F", "/Metadata", "/Pages",
})  # fmt: skip
FORBIDDEN_ACTIONS = frozenset({
    "/JavaScript", "/Launch", "/URI", "/GoToE", "/GoToR", "/SubmitForm", "/ImportData", "/Rendition",
    "/RichMediaExecute",
})  # fmt: skip


class OutOfBounds(Exception):
    """More or larger parts than a letter has."""


def prune_pages(pages: list[pikepdf.Object]) -> None:
    """In place. Page attributes inherited from the tree are set on the page itself."""
    for page in pages:
        for key in INHERITED:
            if key not in page and (value := _inherited(page, key)) is not None:
                page[key] = value
        _keep_only(page, PAGE)
    _prune_reachable(
        [
            (part, key)
            for page in pages
            for key, part in page.items()
            if key != "/Parent" and _is_container(part)
        ]
    )


def _prune_reachable(waiting: list[tuple[pikepdf.Object, str]]) -> None:
    """Each part with the key under which it stands; what pages share is visited once."""
    seen: set[tuple[int, int]] = set()
    visits = 0
    while waiting:
        visits += 1
        if visits > MOST_VISITS:
            raise OutOfBounds
        item, under = waiting.pop()
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        waiting += _pruned(item, under)


def _inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    node: pikepdf.Object | None = page
    for _step in range(MOST_ANCESTORS):
        node = node.get("/Parent") if node is not None else None
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
    return None


def _pruned(item: pikepdf.Object, under: str) -> list[tuple[pikepdf.Object, str]]:
    """Takes from `item` what must go; its remaining parts are to be pruned next."""
    if isinstance(item, Array):
        return _pruned_array(item, under)
    if not isinstance(item, Dictionary | Stream):
        return []
    named = under in NAMES_INSIDE and not isinstance(item, Stream) and not _has_kind(item)
    if not named:
        _prune_by_kind(item, under)
    for key in list(item.keys()):
        if key in NEVER or _is_forbidden(item[key]) or (named and isinstance(item[key], pikepdf.String)):
            del item[key]
    return [(part, "" if named else key) for key, part in item.items() if _is_container(part)]


def _pruned_array(item: pikepdf.Object, under: str) -> list[tuple[pikepdf.Object, str]]:
    for index, part in enumerate(item):
        if _is_forbidden(part):
            item[index] = None
    # Only /Contents and the fonts' lists hold their own kind; a dictionary in any other list is judged by itself.
    return [(part, "" if under in NAMES_INSIDE else under) for part in item if _is_container(part)]


def _prune_by_kind(item: pikepdf.Object, under: str) -> None:
    subtype = str(item.get("/Subtype", ""))
    if isinstance(item, Stream) and subtype == "/Image":
        _check_picture(item)
        _keep_only(item, IMAGE)
    elif isinstance(item, Stream) and subtype == "/Form":
        _keep_only(item, FORM)
    elif under == "/Resources":
        _keep_only(item, RESOURCES)
    elif item.get("/Type") == Name.Font:
        _keep_only(item, FONT)
    else:
        forbidden = FORBIDDEN_KEYS | ELSEWHERE if isinstance(item, Stream) else FORBIDDEN_KEYS
        for key in forbidden.intersection(item.keys()):
            del item[key]


def _keep_only(item: pikepdf.Object, allowed: frozenset[str]) -> None:
    for key in set(item.keys()) - allowed:
        del item[key]


def _check_picture(image: pikepdf.Object) -> None:
    try:
        width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    except (TypeError, ValueError):
        raise OutOfBounds from None
    if width < 0 or height < 0 or width * height > MOST_PIXELS:
        raise OutOfBounds


def _has_kind(item: pikepdf.Object) -> bool:
    """A pattern's own /Shading and an annotation's /Font are things, not lists of things by name."""
    return "/ShadingType" in item or isinstance(item.get("/Type"), Name)


def _is_container(part: object) -> bool:
    return isinstance(part, Dictionary | Stream | Array)


def _is_forbidden(part: object) -> bool:
    if not isinstance(part, Dictionary | Stream):
        return False
    if str(part.get("/Type", "")) in FORBIDDEN_TYPES:
        return True
    return str(part.get("/S", "")) in FORBIDDEN_ACTIONS or str(part.get("/Subtype", "")) == "/PS"
