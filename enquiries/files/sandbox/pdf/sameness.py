"""Is the cleaned PDF still what its reader saw before? Both are drawn small by the same viewer and compared."""

import time
from collections.abc import Iterable

import pypdfium2
from PIL import Image, ImageChops

LONG_SIDE = 500
# Of 255, after the differences of nine neighboring pixels were put together: less than a single thin letter.
LEAST_SEEN = 24
SECONDS_FOR_PLAIN_PAGES = 6


def first_changed_page(before: bytes, after: bytes, *, touched: Iterable[int]) -> int | None:
    """The index of the first page that looks otherwise. Those of `touched` are all compared; the others, of which only
    parts that no viewer draws were cut, as far as there is time."""
    old, new = pypdfium2.PdfDocument(before), pypdfium2.PdfDocument(after)
    old.init_forms()  # without it no field is drawn
    first = sorted(set(touched))
    others = [index for index in range(len(old)) if index not in set(first)]
    ends = time.process_time() + SECONDS_FOR_PLAIN_PAGES
    for index in [*first, *others]:
        if index not in first and time.process_time() > ends:
            return None
        if _differ(_picture(old, index), _picture(new, index)):
            return index
    return None


def _picture(pdf: pypdfium2.PdfDocument, index: int) -> Image.Image:
    page = pdf[index]
    scale = LONG_SIDE / max(*page.get_size(), 1)
    picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    page.close()
    return picture


def _differ(before: Image.Image, after: Image.Image) -> bool:
    if before.size != after.size:
        return True
    seen = ImageChops.difference(before, after).reduce(3)
    return max(seen.histogram()[LEAST_SEEN:]) > 0
