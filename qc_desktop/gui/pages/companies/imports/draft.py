"""Corrected cells and decisions of a list that is not imported yet, kept as a draft under the place of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Corrected:
    """A list as it was read, from the file at ``path`` or the ``pasted`` text, what was corrected and decided in it."""

    path: Path
    pasted: str
    table: Table
    cells: Cells
    decided: Sequence[tuple[int, str, Outcome]] = ()


class ImportDraft(QObject):
    """``read`` gives what is corrected now, None for nothing."""

    def __init__(self, keeper: DraftKeeper, read: Callable[[], Corrected | None], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._read = read
        self._kept: Path | None = None
        self._autosave = Autosave(keeper, self._draft, self)

    def touch(self) -> None:
        """A cell was corrected, or a row decided; what was taken back is kept no more."""
        if self._read() is not None:
            self._autosave.touch()
        elif self._kept is not None:
            self.forget(self._kept)

    def found(self, path: Path, table: Table) -> dict[tuple[int, int], str]:
        """What was corrected in the list at ``path`` before; only where ``table`` still says what was corrected."""
        draft = self._keeper.found(KIND, str(path))
        if draft is not None:
            self._autosave.take_up(draft)
        stands = _texts(table)
        return {
            (row, place): after
            for row, place, before, after in (draft.values["cells"] if draft else ())
            if stands.get((row, place)) == before
        }

    def decided(self, path: Path) -> list[tuple[int, str, Outcome]]:
        """What was decided of the rows of the list at ``path`` before: number, company it may be, decision."""
        draft = self._keeper.found(KIND, str(path))
        kept = draft.values.get("decisions", ()) if draft else ()
        return [(row, company, Outcome(said)) for row, company, said in kept if said in list(Outcome)]

    def pasted(self, path: Path) -> str:
        """The text that was pasted, where the list at ``path`` is no file."""
        draft = self._keeper.found(KIND, str(path))
        return str(draft.values["text"]) if draft else ""

    def forget(self, path: Path) -> None:
        """The list at ``path`` is imported."""
        self._kept = None
        self._autosave.rest()
        self._autosave.forget(KIND, str(path))

    def _draft(self) -> Draft | None:
        known = self._read()
        if known is None:
            return None
        stood = _texts(known.table)
        cells = [[row, place, stood.get((row, place), ""), text] for (row, place), text in known.cells.items()]
        decisions = [[row, company, decision.value] for row, company, decision in known.decided]
        self._kept = known.path
        values = {"cells": cells, "text": known.pasted, "decisions": decisions}
        return Draft(KIND, str(known.path), known.path.name, values)


def _texts(table: Table) -> dict[tuple[int, int], str]:
    return {(row.number, place): str(cell) for row in table.rows for place, cell in enumerate(row.cells)}
