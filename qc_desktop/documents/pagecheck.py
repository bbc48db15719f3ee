"""Are the rendered pages right? Each QR is decoded and verified from the pixels, the text compared.

The check reads the finished file like a stranger: nothing of the rendering is trusted. A page that fails is named
with its certificate, which can be withheld and rendered again under its number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from qc_desktop.documents import pdfium
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.layout import POINTS_PER_MM, Layout
from qc_desktop.documents.layout.saying import said
from qc_desktop.documents.sheets import Sheet, file_name
from qc_desktop.documents.wording import fill
from qc_desktop.domain.findings import Finding, Severity, error
from qc_desktop.domain.progress import Progress
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.pdfium import Pixels

STEP = "check"
DPI = 300
_MARGIN = 1.0
_BLANKS = re.compile(r"\s+")

Verify: TypeAlias = Callable[[str], bool]
"""Whether the text of a QR carries a good signature; the caller knows the keys."""


@dataclass(frozen=True)
class PageProblem:
    """What is wrong on one page: ``page`` counts from 1, ``place`` is the index of the sheet that was expected."""

    page: int
    place: int
    number: str
    finding: Finding


def check_file(
    path: Path, expected: Sequence[Sheet], layouts: Mapping[str, Layout], verify: Verify, *, on_stock: bool = False
) -> Iterator[PageProblem | Progress]:
    """Compares the pages of ``path`` with ``expected``; yields the problems of each page, then its progress.

    Raises UserError where the file cannot be opened or has another number of pages.
    """
    with pdfium.document(path) as opened:
        if len(opened) != len(expected):
            raise UserError("pagecheck.page_count", name=path.name, pages=len(opened), expected=len(expected))
        seen: dict[object, str] = {}
        for place, sheet in enumerate(expected):
            findings = _check_page(opened, place, sheet, layouts[sheet.value("template")], verify, on_stock)
            for finding in (*_repeated(sheet, seen), *findings):
                yield PageProblem(place + 1, place, sheet.value("number"), finding)
            yield Progress(STEP, place + 1, len(expected))


def check_folder(
    folder: Path, expected: Sequence[Sheet], layouts: Mapping[str, Layout], verify: Verify, *, on_stock: bool = False
) -> Iterator[PageProblem | Progress]:
    """Compares the single certificates in ``folder`` with ``expected``, by file name.

    A file that is missing, cannot be opened or has several pages is a problem of its certificate.
    """
    for place, sheet in enumerate(expected):
        try:
            path = folder / file_name(sheet, on_stock=on_stock)
            for found in check_file(path, [sheet], layouts, verify, on_stock=on_stock):
                if isinstance(found, PageProblem):
                    yield PageProblem(1, place, found.number, found.finding)
        except UserError as problem:
            yield PageProblem(
                1, place, sheet.value("number"), Finding(Severity.ERROR, problem.code, "file", params=problem.params)
            )
        yield Progress(STEP, place + 1, len(expected))


def _repeated(sheet: Sheet, seen: dict[object, str]) -> Iterator[Finding]:
    """One number, or one label, on pages of two certificates, or twice as the same copy."""
    number, symbol, copy = sheet.value("number"), sheet.qr_text, (sheet.value("number"), sheet.copy)
    if copy in seen or seen.get(number, symbol) != symbol or seen.get(symbol, number) != number:
        yield error("pagecheck.repeated", "number", number, number=number)
    seen |= {copy: "", number: symbol, symbol: number}


def _check_page(
    opened: Any, index: int, sheet: Sheet, layout: Layout, verify: Verify, on_stock: bool
) -> Iterator[Finding]:
    with pdfium.page_of(opened, index) as page:
        pixels = pdfium.grey_pixels(page, DPI, _crop(layout))
        text = _BLANKS.sub("", pdfium.page_text(page))
    yield from _check_symbol(pixels, sheet, verify)
    for field, wanted in expected_texts(sheet, layout, on_stock=on_stock):
        if _BLANKS.sub("", wanted) not in text:
            yield error("pagecheck.text", field, wanted, text=wanted)


def _crop(layout: Layout) -> tuple[float, float, float, float]:
    """The margins around the QR's box, in points: left, bottom, right, top."""
    (box,) = layout.of(Label)
    left, top = box.x - _MARGIN, box.y - _MARGIN
    right, bottom = layout.width - box.x - box.width - _MARGIN, layout.height - box.y - box.height - _MARGIN
    return left * POINTS_PER_MM, bottom * POINTS_PER_MM, right * POINTS_PER_MM, top * POINTS_PER_MM


def _check_symbol(pixels: Pixels, sheet: Sheet, verify: Verify) -> Iterator[Finding]:
    text = decode(pixels)
    if text is None:
        yield error("pagecheck.no_symbol", "qr")
    elif text != sheet.qr_text:
        yield error("pagecheck.other_symbol", "qr", text)
    elif not verify(text):
        yield error("pagecheck.signature", "qr", text)


def decode(pixels: Pixels) -> str | None:
    """The text of the one upright QR symbol in ``pixels`` (rows, columns; grey), or None."""
    import zxingcpp

    found = zxingcpp.read_barcodes(
        pixels,
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
    )
    return str(found[0].text) if len(found) == 1 else None


_SAID = {
    "title": ("title",),
    "number": ("number",),
    "holder": ("holder", "statement_holder"),
    "uscc": ("uscc", "statement_code"),
    "issued": ("issued",),
    "expires": ("expires",),
    "scope": ("word.scope",),
}
"""What a page is searched for, and the variables that print it."""


def expected_texts(sheet: Sheet, layout: Layout, *, on_stock: bool = False) -> list[tuple[str, str]]:
    """What a page must say, by field: title, number, holder, code, both dates and the scope sentence.

    Where pre-printed paper is printed on, what stands on it already is not looked for.
    """
    there = said(layout, [one for one in layout.elements if not (on_stock and one.stock)])
    wanted = {name: sheet.value(name) for name in ("title", "number", "holder", "uscc")}
    for name in ("issued", "expires"):
        wanted[name] = fill(f"{{{name}:date}}", {name: sheet.value(name)}) or ""
    wanted["scope"] = layout.words["scope"]
    return [(name, text) for name, text in wanted.items() if text and not there.isdisjoint(_SAID[name])]
