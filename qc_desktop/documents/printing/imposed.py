"""A4 pages on A3 paper: enlarged, or two on a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.calibration import paper, paper_of
from qc_desktop.domain.printing import Placing
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_POINTS = 72 / 25.4
_ENLARGED = {"a4_across": "a3_across", "a4_upright": "a3_upright"}
_TWO_UP = {"a4_across": "a3_upright", "a4_upright": "a3_across"}
"""The sheet that two pages fill, at their true size."""


def imposed(pdf: Path, path: Path, placing: Placing) -> bool:
    """Writes the pages of ``pdf`` as A3 sheets to ``path``; False, and nothing written, where they are no A4 pages.

    Raises UserError where ``pdf`` is none, OSError where there is no room.
    """
    import pikepdf

    if placing in (Placing.AS_IS, Placing.ON_STOCK):
        return False
    try:
        with pikepdf.open(pdf) as opened, pikepdf.new() as made:
            pages = list(opened.pages)
            kinds = {_kind(page) for page in pages}
            kind = kinds.pop() if len(kinds) == 1 else ""
            if kind not in _ENLARGED:
                return False
            for group in _groups(pages, 1 if placing is Placing.ENLARGED else 2):
                _sheet(made, group, kind, placing)
            made.save(path)
            return True
    except pikepdf.PdfError as problem:
        raise UserError("pagecheck.not_readable", name=pdf.name) from problem


def _kind(page: Any) -> str:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    found = paper_of((right - left) / _POINTS, (top - bottom) / _POINTS)
    return found.id if found else ""


def _groups(pages: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for first in range(0, len(pages), size):
        yield pages[first : first + size]


def _sheet(made: Any, pages: Sequence[Any], kind: str, placing: Placing) -> None:
    import pikepdf

    sheet = paper((_ENLARGED if placing is Placing.ENLARGED else _TWO_UP)[kind])
    width, height = sheet.width * _POINTS, sheet.height * _POINTS
    shown, forms = [], {}
    for place, page in enumerate(pages):
        form = made.copy_foreign(page.as_form_xobject())
        name = f"/P{place}"
        forms[name] = form
        shown.append(f"q {_matrix(place, form.BBox, width, height, placing)} cm {name} Do Q")
    page = made.add_blank_page(page_size=(width, height))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(forms))
    page.obj.Contents = made.make_stream("\n".join(shown).encode())


def _matrix(place: int, box: Any, width: float, height: float, placing: Placing) -> str:
    """Where page ``place`` of a sheet stands: the first above, or on the left."""
    across, down = float(box[2]) - float(box[0]), float(box[3]) - float(box[1])
    if placing is Placing.ENLARGED:
        scale = min(width / across, height / down)
        return f"{scale:.5f} 0 0 {scale:.5f} {(width - across * scale) / 2:.3f} {(height - down * scale) / 2:.3f}"
    x, y = (0.0, height - down * (place + 1)) if height > width else (across * place, 0.0)
    return f"1 0 0 1 {x:.3f} {y:.3f}"
