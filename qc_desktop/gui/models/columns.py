"""Columns as values: what a list shows of a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt

from qc_desktop.gui.tokens import Tone

Row = TypeVar("Row")

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a list of ``Row``.

    ``title`` is already translated. ``width`` is in em (one Chinese character); a column that has ``stretch`` takes
    what is left over, several share it. Where the table is narrow, columns with a ``rank`` above 0 give way, highest
    first, then the stretching ones down to half their width. ``tone`` makes the cell a dot and its word in that colour.
    An ``optional`` column is shown only where a person chose it; a ``frozen`` one stands first and stays in sight
    when the list scrolls sideways. ``sortable`` says that the source knows an order by the column's id.
    """

    id: str
    title: str
    width: float
    text: Callable[[Row], str]
    align: Qt.AlignmentFlag = LEFT
    tone: Callable[[Row], Tone] | None = None
    stretch: bool = False
    rank: int = 0
    optional: bool = False
    frozen: bool = False
    sortable: bool = False

    @property
    def stays(self) -> bool:
        """Whether a person cannot hide it: the one that has what is left over."""
        return self.stretch and not self.rank
