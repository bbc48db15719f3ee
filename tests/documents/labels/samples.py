"""A batch of labels to draw, signed by an invented key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qc_desktop.documents import qr
from qc_desktop.documents.labels.presets import shipped_presets
from qc_desktop.documents.labels.rendering import Label, LabelJob, LabelPage
from qc_desktop.documents.labels.shipped import label_layout
from qc_desktop.domain.label_sheets import SheetMemory, sheets
from qc_desktop.domain.labels import serial_text

PREFIX = "https://verify.example.org/q/#"
FACTS = {
    "company": "示例青禾电器有限公司",
    "product": "示例家用电饭煲",
    "lot": "L20260315-01",
    "valid_until": "2028年3月14日",
    "serial": serial_text(12, 999_999),
}
LONG = {"company": "示例呼伦贝尔农牧业机械设备制造集团股份有限公司", "product": "示例全自动多功能家用电压力锅（六升）"}


def digits(index: int) -> str:
    """193 digits, other ones for every label."""
    return str(7**250 + index * 3**300)[-193:]


def job(
    preset: str, dpi: int = 600, *, hidden: bool = False, symbol: qr.Symbol = qr.ITEM_LABEL, **facts: Any
) -> LabelJob:
    """A batch on ``preset``."""
    (known,) = (each for each in shipped_presets() if each.key == preset)
    return LabelJob(label_layout(), {**FACTS, **facts}, known, symbol, dpi, PREFIX, hidden, "示例", "示例协会")


def pages(made: LabelJob, count: int, memory: SheetMemory = SheetMemory()) -> Iterator[LabelPage]:
    """The first ``count`` labels."""
    index = 1
    for number, positions in enumerate(sheets(made.preset, memory, count), 1):
        indices = range(index, index + len(positions))
        index += len(positions)
        code = "7K2QX-M0V9B-ZC4HT-1RNEP" if made.hidden else ""
        yield LabelPage(number, positions, [Label(serial_text(12, each), digits(each), code) for each in indices])
