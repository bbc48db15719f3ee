"""Where a hidden code stands: a box with a dashed outline; the layer to scratch off is the print shop's."""

from __future__ import annotations

from dataclasses import dataclass

from qc_desktop.documents.labels.layout import HiddenBox, LabelLayout
from qc_desktop.documents.labels.parts import ASCENT, DESCENT, RULE, Placed, Slot
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.typesetting import Line, OverfullError, set_line
from qc_desktop.documents.units import POINTS_PER_MM

_HIDDEN_SAMPLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HIDDEN_WIDTH = 20.0 / len(_HIDDEN_SAMPLE) * 1.12
"""Of the sample's width: twenty characters that chance made a little wide, and the marks between them."""


@dataclass(frozen=True)
class SetHidden:
    """The box of a hidden code, in mm, and its rows."""

    width: float
    height: float
    after: float
    size: float
    rows: int
    word: Line


_WORD_SIZE = 4.5
_PAD = 1.4
"""Points between the box of a hidden code and what stands in it."""


def hidden_box(layout: LabelLayout, box: HiddenBox, span: tuple[float, float]) -> SetHidden:
    """The box on one row, or on two where the column is narrow. Raises OverfullError where neither has room."""
    word = set_line(layout.words["hidden"], "sans")
    marks = set_line("---", "sans").width * box.size
    whole = set_line(_HIDDEN_SAMPLE, "sans").width * _HIDDEN_WIDTH * box.size + marks
    for rows in (1, 2):
        width = (whole / rows + word.width * _WORD_SIZE + 3 * _PAD) / POINTS_PER_MM
        if width <= span[1] - span[0]:
            return SetHidden(width, (rows * box.size * 1.1 + 2 * _PAD) / POINTS_PER_MM, box.after, box.size, rows, word)
    raise OverfullError("hidden", layout.words["hidden"])


def drawn(layout: LabelLayout, box: SetHidden, left: float, bottom: float) -> tuple[bytes, Placed, list[Slot]]:
    """The box with its corner at ``left``, ``bottom`` mm: its dashed outline, its word, a slot for each row."""
    x, y = left * POINTS_PER_MM, bottom * POINTS_PER_MM
    height = box.height * POINTS_PER_MM
    outline = drawing.stroke(layout.colours["accent"], RULE) + b"[1.4 1.1] 0 d\n"
    path = drawing.rounded(x, y, box.width * POINTS_PER_MM, height, 1.0)
    middle = y + height / 2
    beside = round(middle - (ASCENT - DESCENT) / 2 * _WORD_SIZE, 2)
    word = Placed(box.word, round(x + _PAD, 2), beside, _WORD_SIZE, layout.colours["accent"])
    indent = round(x + box.word.width * _WORD_SIZE + 2 * _PAD, 2)
    pitch = box.size * 1.1
    first = middle + (box.rows - 1) * pitch / 2 - (ASCENT - DESCENT) / 2 * box.size
    room = x + box.width * POINTS_PER_MM - _PAD - indent
    rows = [Slot(indent, round(first - row * pitch, 2), box.size, "sans", room) for row in range(box.rows)]
    return b"q " + outline + path + b"S Q\n", word, rows
