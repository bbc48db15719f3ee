"""On which sheet the label is shown, with a hidden code or without; and on which sheets it has no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from qc_desktop.gui.pages.labels.sheet_choice import SheetChoice
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import label, set_tone
from qc_desktop.gui.widgets.spared import passing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qc_desktop.domain.label_sheets import SheetPreset
    from qc_desktop.errors import UserError

_LISTED = 2


class LabelLooks(QWidget):
    """``chosen`` tells that the label is to be seen otherwise."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: Sequence[SheetPreset] = ()
        self.sheets = SheetChoice()
        self.sheets.hide_printer()
        self.hidden = QCheckBox(self.tr("With a code to scratch off"))
        self.told = label("", "muted", wrap=True)
        passing(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.sheets, 2)
        row.addWidget(self.hidden)
        row.addWidget(self.told, 2)
        self.sheets.chosen.connect(self.chosen)
        self.hidden.toggled.connect(lambda _: self.chosen.emit())

    def offer(self, known: Sequence[SheetPreset]) -> None:
        """Offers the sheets ``known``; the one at hand stays."""
        self._known = known
        self.sheets.offer(known, "")

    @property
    def sheet(self) -> SheetPreset | None:
        """The sheet at hand."""
        return self.sheets.sheet

    def turn_to(self, fits: Callable[[SheetPreset], bool]) -> None:
        """Turns to the first sheet that ``fits``; stays where the one at hand does, or none."""
        at_hand = self.sheet
        found = next((preset.key for preset in self._known if fits(preset)), "")
        if found and not (at_hand is not None and fits(at_hand)):
            self.sheets.choose(found)

    def tell(self, without: Sequence[UserError] | None) -> None:
        """Names the sheets on which such labels have no room; None where that is not known."""
        named = [problem for problem in without or () if "preset" in problem.params]
        sheets = list(dict.fromkeys(str(problem.params["preset"]) for problem in named))
        listed = "、".join(sheets)
        told = self.tr("Has room on all sheets.")
        if sheets:
            told = self.tr("Has no room on: {sheets}").format(sheets=listed)
        if len(sheets) > _LISTED:
            told = self.tr("Has no room on %n kind(s) of sheets.", "", len(sheets))
        self.told.setText(told if without is not None and len(named) == len(without) else "")
        self.told.setToolTip(listed)
        set_tone(self.told, Tone.WARN if sheets else None)
