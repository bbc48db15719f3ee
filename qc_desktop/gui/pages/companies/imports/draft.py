"""Corrected cells and decisions of a list that is not imported yet, kept as a draft under the place of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from qc_desktop.gui.drafts import Autosave
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.drafts import Draft

if TYPE_CHECKING:
    from qc_desktop.exchange.reading.table import Table
    from qc_desktop.gui.drafts import DraftKeeper

KIND = "import"
Cells: TypeAlias = Mapping[tuple[int, int], str]
"""What stands in a cell, by the number of its row and the place of its column (from 0)."""
Decided: TypeAlias = Sequence[tuple[int, str, Outcome]]
"""What was decided of rows: number, the company that the row may be, decision."""


@dataclass(frozen=True)
class Corrected:
    """A list as it was read, from the file at ``path`` or the ``pasted`` text, what was corrected and decided in it."""

    path: Path
    pasted: str
    table: Table
    cells: Cells
    decided: Decided

    @property
    def is_as_read(self) -> bool:
        """Whether nothing was corrected or decided."""
        return not (self.cells or self.decided)

    def cells_in(self, table: Table) -> Cells:
        """The corrected cells in rows that stand in ``table`` as they did when they were corrected."""
        then, now = _texts(self.table), _texts(table)
        return {(row, place): text for (row, place), text in self.cells.items() if then[row] == now.get(row)}


class ImportDraft(QObject):
    """``read`` gives the list at hand with what is corrected and decided now, None for no list."""

    def __init__(self, keeper: DraftKeeper, read: Callable[[], Corrected | None], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._read = read
        self._autosave = Autosave(keeper, self._draft, self)

    def touch(self) -> None:
        """A person corrected a cell or decided a row of the list at hand; what was taken back is kept no more."""
        known = self._read()
        if known is not None and known.is_as_read:
            self.forget(known.path)
        elif known is not None:
            self._autosave.touch()

    def hurry(self) -> None:
        """Keeps now what waits to be kept: another list takes the place of the one at hand."""
        self._autosave.hurry()

    def found(self, path: Path, table: Table) -> tuple[Cells, Decided]:
        """What was corrected and decided in the list at ``path`` before; cells only in rows that ``table`` has as then.

        Nothing of another sheet of that file.
        """
        draft = self._keeper.found(KIND, str(path))
        if draft is None or draft.values.get("sheet", table.sheet) != table.sheet:
            return {}, ()
        self._autosave.take_up(draft)
        return _cells(draft, table), _decided(draft)

    def place_of(self, text: str, suggested: Path) -> Path:
        """Where pasted rows are kept: where the same ``text`` is kept, else a place that no other list has."""
        kept = {draft.key: draft.values["text"] for draft in self._keeper.everything if draft.kind == KIND}
        for key, known in kept.items():
            if known == text:
                return Path(key)
        numbered = (suggested.with_name(f"{suggested.name} {number}") for number in count(2))
        return suggested if str(suggested) not in kept else next(each for each in numbered if str(each) not in kept)

    def pasted(self, path: Path) -> str:
        """The text that was pasted, where the list at ``path`` is no file."""
        draft = self._keeper.found(KIND, str(path))
        return str(draft.values["text"]) if draft else ""

    def forget(self, path: Path) -> None:
        """The list at ``path`` is imported, or stands as it was read."""
        self._autosave.rest()
        self._autosave.forget(KIND, str(path))

    def _draft(self) -> Draft | None:
        known = self._read()
        if known is None or known.is_as_read:
            return None
        stood = _texts(known.table)
        cells = [[row, place, stood[row][place], text] for (row, place), text in known.cells.items()]
        rows = {str(row): stood[row] for row, _ in known.cells}
        decisions = [[row, company, decision.value] for row, company, decision in known.decided]
        said = {"cells": cells, "rows": rows, "decisions": decisions}
        values = {**said, "text": known.pasted, "sheet": known.table.sheet}
        return Draft(KIND, str(known.path), known.path.name, values)


def _cells(draft: Draft, table: Table) -> Cells:
    stands, rows = _texts(table), draft.values.get("rows", {})
    kept = [each for each in draft.values["cells"] if stands.get(each[0], [])[each[1] : each[1] + 1] == [each[2]]]
    return {(row, place): text for row, place, _, text in kept if rows.get(str(row), stands[row]) == stands[row]}


def _decided(draft: Draft) -> Decided:
    kept = draft.values.get("decisions", ())
    return [(row, company, Outcome(said)) for row, company, said in kept if said in list(Outcome)]


def _texts(table: Table) -> dict[int, list[str]]:
    return {row.number: [str(cell) for cell in row.cells] for row in table.rows}
