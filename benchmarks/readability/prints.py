"""Symbols as they come out of a printer: our own PDFs, drawn by PDFium dot by dot."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import zxingcpp
from numpy.typing import NDArray

from qc_desktop.documents import pdfium, qr
from qc_desktop.documents.labels.presets import shipped_presets
from qc_desktop.documents.labels.rendering import Label, LabelJob, LabelPage, write_labels
from qc_desktop.documents.labels.shipped import label_layout
from qc_desktop.documents.layout import by_hash
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.domain.labels import serial_text
from tests.documents.labels.samples import FACTS, PREFIX
from tests.documents.samples import make_sheet

Pixels: TypeAlias = NDArray[np.uint8]

GRID = 1200
"""Pixels to the inch on which a print lies: a dot of 300 to the inch is four of them, one of 600 two."""
AROUND_MM = 3.0
"""What is seen of the paper around a symbol and its quiet zone, with whatever is printed there."""
_MM_AN_INCH = 25.4
_QR = zxingcpp.BarcodeFormat.QRCode
_CERTIFICATE_DIGITS, _LABEL_DIGITS = 440, 193
"""Of a certificate whose holder has a name of the greatest length, and of every label."""


@dataclass(frozen=True, eq=False)
class Print:
    """A symbol on paper, dark is 0, on the grid; ``left`` and ``top`` lead to its first module, quiet zone apart."""

    paper: Pixels
    text: str
    symbol: qr.Symbol
    left: int
    top: int
    module: int

    @property
    def side(self) -> int:
        """The symbol's width on the grid, quiet zone apart."""
        return self.module * self.symbol.size


Kind: TypeAlias = Callable[[int, int, random.Random], Iterator[Print]]
"""``dpi``, how many, chance: the prints of a kind."""


def certificates(dpi: int, count: int, chance: random.Random) -> Iterator[Print]:
    """10-M, 33.02 mm: certificates of the shipped layout, a page each."""
    layout = load_layout("pledge_display_certificate")
    for number in range(1, count + 1):
        sheet = replace(make_sheet(number), qr_digits=_digits(chance, _CERTIFICATE_DIGITS))
        yield from _cut(render_bytes(sheet, by_hash(layout)), dpi, qr.CERTIFICATE, [sheet.qr_text])


def labels(dpi: int, count: int, chance: random.Random) -> Iterator[Print]:
    """7-M as small as it gets: 20 mm on sheets of sixty-five where the printer is fine enough, else 22 on forty."""
    return _labels("A4-65" if dpi == 600 else "A4-40", qr.ITEM_LABEL, dpi, count, chance)


def rubbed_labels(dpi: int, count: int, chance: random.Random) -> Iterator[Print]:
    """9-Q, 25 mm or a little more, on sheets of twenty-four: for goods that are handled."""
    return _labels("A4-24", qr.ABRASION_LABEL, dpi, count, chance)


KINDS: dict[str, Kind] = {"certificate 10-M": certificates, "label 7-M": labels, "label 9-Q": rubbed_labels}


def _labels(key: str, symbol: qr.Symbol, dpi: int, count: int, chance: random.Random) -> Iterator[Print]:
    preset = next(each for each in shipped_presets() if each.key == key)
    job = LabelJob(label_layout(), FACTS, preset, symbol, dpi, PREFIX)
    made = [Label(serial_text(12, at), _digits(chance, _LABEL_DIGITS)) for at in range(1, count + 1)]
    sheets = [made[first : first + preset.size] for first in range(0, count, preset.size)]
    out = io.BytesIO()
    for _ in write_labels(out, job, (LabelPage(n, range(1, len(on) + 1), on) for n, on in enumerate(sheets, 1))):
        pass
    yield from _cut(out.getvalue(), dpi, symbol, [PREFIX + label.digits for label in made])


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _cut(pdf: bytes, dpi: int, symbol: qr.Symbol, texts: list[str]) -> Iterator[Print]:
    """Each symbol of ``pdf`` in the order of ``texts``. A dot is black or white: a printer knows no grey."""
    found = {}
    with pdfium.document(pdf) as opened:
        for index in range(len(opened)):
            with pdfium.page_of(opened, index) as page:
                dots = pdfium.grey_pixels(page, dpi)
                for seen in zxingcpp.read_barcodes(dots[:: dpi // 300, :: dpi // 300], formats=_QR):
                    found[seen.text] = _around(dots, dpi, symbol, seen)
    for text in texts:
        yield found[text]


def _around(dots: Pixels, dpi: int, symbol: qr.Symbol, seen: zxingcpp.Barcode) -> Print:
    """``seen``, which was looked for on every second dot of 600 to the inch: modules are whole dots of 300."""
    corners, fine = seen.position, dpi // 300
    module = round((corners.top_right.x - corners.top_left.x) / symbol.size) * fine
    ink = dots < 128
    near, across = module // 2, 3 * module
    left, top = corners.top_left.x * fine, corners.top_left.y * fine
    left += int(ink[top + across, left - near :].argmax()) - near
    top += int(ink[top - near :, left + across].argmax()) - near
    air, side = module * qr.QUIET_ZONE + round(AROUND_MM / _MM_AN_INCH * dpi), module * symbol.size
    paper = np.pad(ink, air)[top : top + side + 2 * air, left : left + side + 2 * air]
    fold = GRID // dpi
    grown = np.where(paper, 0, 255).astype(np.uint8).repeat(fold, 0).repeat(fold, 1)
    return Print(grown, seen.text, symbol, air * fold, air * fold, module * fold)
