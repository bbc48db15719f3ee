"""The companies that went into the one in the form, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.gui.pages.companies.duplicates.texts import field_words
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, literal
from qc_desktop.services.companies.splitting import ChangedField, MergedCompany


class MergedNote(QWidget):
    """Takes no room where nothing was merged.

    ``split_wanted`` carries the MergedCompany to be made one again, and which fields become as they were before the
    merging; None where nobody was asked yet.
    """

    split_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[QWidget] = []
        self._asking: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(self.tr("Merged into this company"), "section"))
        self.hide()

    def show_merged(self, merged: Sequence[MergedCompany]) -> None:
        """Shows ``merged``, the last first."""
        self._stop()
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in merged]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(merged))

    def _line(self, one: MergedCompany) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        day = local(one.at).date().isoformat() if one.at else ""
        column.addWidget(label(" · ".join(filter(None, (one.name, one.uscc, day))), "muted", wrap=True))
        row = FlowLayout()
        row.addWidget(button(self.tr("Split again"), lambda: self.split_wanted.emit(one, None), "plain"))
        column.addLayout(row)
        return line

    def ask(self, one: MergedCompany, changed: Sequence[ChangedField]) -> None:
        """Asks of each field that was changed after ``one`` was merged whether it stays as it is now."""
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        told = self.tr("These were changed after the merging. Tick what is to be as it was before it:")
        column.addWidget(label(told, wrap=True))
        ticks = {each.field: QCheckBox(literal(field_words(each.field))) for each in changed}
        for each in changed:
            said = self.tr('before "{before}", now "{now}"').format(before=each.before, now=each.now)
            ticks[each.field].setAccessibleName(f"{field_words(each.field)}: {said}")
            column.addWidget(ticks[each.field])
            column.addWidget(label(said, "muted", wrap=True))
        row = FlowLayout()

        def split() -> None:
            self.split_wanted.emit(one, tuple(field for field, tick in ticks.items() if tick.isChecked()))

        go, stop = (
            button(self.tr("Split now"), split),
            button(self.tr("Leave it merged"), self._stop, "plain"),
        )
        row.addWidget(go)
        row.addWidget(stop)
        column.addLayout(row)
        self._stop()
        self._asking = asking
        self._column.addWidget(asking)
        next(iter(ticks.values())).setFocus()

    def _stop(self) -> None:
        if self._asking is not None:
            self._column.removeWidget(self._asking)
            self._asking.hide()
            self._asking.deleteLater()
            self._asking = None
