"""Are the sheets right? Every code decoded from the pixels and verified, every serial compared, none there twice.

The check reads the finished file like a stranger: nothing of the rendering is trusted but where labels lie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from qc_desktop.documents import pdfium, qr
from qc_desktop.documents.labels.rendering import Label, LabelJob, LabelPage
from qc_desktop.documents.pagecheck import decode
from qc_desktop.domain.findings import Finding, error
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.pdfium import Pixels

STEP = "label_check"
PIXELS_A_MODULE = 4
_BLANKS = re.compile(r"\s+")

Verify: TypeAlias = Callable[[str], bool]
"""Whether the text of a code carries a good signature; the caller knows the keys."""


@dataclass(frozen=True)
class SheetProblem:
    """What is wrong with one label of sheet ``sheet``."""

    sheet: int
    serial: str
    finding: Finding


def check_labels(path: Path, job: LabelJob, pages: Iterable[LabelPage], verify: Verify) -> Iterator[SheetProblem | int]:
    """Compares ``path`` with ``pages``; yields the problems of each page, then how many labels are checked.

    Raises UserError where the file cannot be opened or has another number of pages.
    """
    seen: set[str] = set()
    done = number = 0
    with pdfium.document(path) as opened:
        for number, page in enumerate(pages, 1):
            if number > len(opened):
                break
            yield from _check_page(opened, number, job, page, verify, seen)
            done += len(page.labels)
            yield done
        if number != len(opened):
            raise UserError("pagecheck.page_count", name=path.name, pages=len(opened), expected=number)


def _check_page(
    opened: Any, number: int, job: LabelJob, page: LabelPage, verify: Verify, seen: set[str]
) -> Iterator[SheetProblem]:
    dpi = PIXELS_A_MODULE * 72 / job.cell.module
    with pdfium.page_of(opened, number - 1) as shown:
        pixels = pdfium.grey_pixels(shown, dpi)
        text = _BLANKS.sub("", pdfium.page_text(shown))
    for position, label in zip(page.positions, page.labels, strict=True):
        decoded = decode(_around(pixels, job, position, dpi / 72))
        for finding in (*_of_symbol(decoded, job.prefix + label.digits, verify, seen), *_of_text(text, label)):
            yield SheetProblem(page.number, label.serial, finding)


def _around(pixels: Pixels, job: LabelJob, position: int, scale: float) -> Pixels:
    """The symbol of the label at ``position`` with its quiet zone."""
    left, lower = job.corner(position)
    quiet = (qr.QUIET_ZONE - 0.5) * job.cell.module
    side = job.symbol.size * job.cell.module + 2 * quiet
    x = left + job.cell.symbol[0] - quiet
    top = job.page_size[1] - (lower + job.cell.symbol[1] - quiet + side)
    rows = slice(max(round(top * scale), 0), round((top + side) * scale))
    columns = slice(max(round(x * scale), 0), round((x + side) * scale))
    cut: Pixels = pixels[rows, columns].copy()
    return cut


def _of_symbol(decoded: str | None, wanted: str, verify: Verify, seen: set[str]) -> Iterator[Finding]:
    if decoded is None:
        yield error("label.no_symbol", "qr")
        return
    if decoded in seen:
        yield error("label.twice", "qr", decoded)
    seen.add(decoded)
    if decoded != wanted:
        yield error("label.other_symbol", "qr", decoded)
    elif not verify(decoded):
        yield error("label.not_ours", "qr", decoded)


def _of_text(text: str, label: Label) -> Iterator[Finding]:
    for wanted in (label.serial, *label.hidden.split("-")):
        if wanted not in text:
            yield error("label.text", "serial", wanted, text=wanted)
