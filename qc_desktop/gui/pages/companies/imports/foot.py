"""The buttons below the import: those that mean something at the present step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qc_desktop.gui.widgets.parts import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox, QPushButton

CHOOSE, MAP, PREVIEW, IMPORT = range(4)


class Foot(QWidget):
    """The signals carry what a person asked for. ``pledges`` is a choice that stands beside the main button."""

    back_wanted = Signal()
    bad_rows_wanted = Signal()
    check_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, pledges: QCheckBox) -> None:
        super().__init__()
        self._pledges = pledges
        self.back = button(self.tr("Back"), self.back_wanted.emit, "plain", "arrow-left")
        self.bad_rows = button("", self.bad_rows_wanted.emit, "", "save")
        self.next = button(self.tr("Next"), self.check_wanted.emit, "primary")
        self.go = button("", self.import_wanted.emit, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        for part in (pledges, self.bad_rows, self.next, self.go):
            row.addWidget(part)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.back, self.next, self.go, self.bad_rows)

    def set_working(self, working: bool) -> None:
        """While something is read or written only the progress can be stopped."""
        for part in (self._pledges, *self._buttons):
            part.setEnabled(not working)

    def show_step(self, step: int, ready: int, bad: int, *, has_year: bool) -> None:
        """Shows what can be done at ``step``, where ``ready`` rows would be imported and ``bad`` ones left out."""
        self.back.setText(self.tr("Back to the list") if step == CHOOSE else self.tr("Back"))
        self.next.setVisible(step == MAP)
        self._pledges.setVisible(step == PREVIEW and has_year)
        self.bad_rows.setVisible(step == PREVIEW and bad > 0)
        self.bad_rows.setText(self.tr("Save %n row(s) to mend…", "", bad))
        self.go.setVisible(step == PREVIEW)
        self.go.setText(self.tr("Import %n company(ies)", "", ready))
        self.go.setEnabled(ready > 0)
