"""The pickers of the filters beyond the chips: each picked value is passed on, and the picker asks for the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from qc_desktop.exchange.writing.content import ems
from qc_desktop.gui.pages.companies.narrowing import CUSTOM, offered
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.picker import Choice, Picker
from qc_desktop.services.members.fields import FieldRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.choices import Choices
    from qc_desktop.messages import Messages

OF_YEAR = ("stages", "certified")


class FilterPickers(QWidget):
    """``picked`` carries the field of :class:`CompanyFilter`, or CUSTOM, and the value."""

    picked = Signal(str, str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        row = FlowLayout(self)
        self.by_field: dict[str, Picker] = {
            field: self._picker(field, title) for field, title in self._titles().items()
        }
        for picker in self.by_field.values():
            row.addWidget(picker)

    def _titles(self) -> dict[str, str]:
        return {
            "province_codes": self.tr("Province"),
            "industry_codes": self.tr("Industry"),
            "member_tiers": self.tr("Tier"),
            "membership": self.tr("Membership"),
            "stages": self.tr("Stage"),
            "certified": self.tr("Certificate"),
            "missing": self.tr("Missing data"),
            CUSTOM: self.tr("Our own fields"),
        }

    def _picker(self, field: str, title: str) -> Picker:
        made = Picker()
        made.setAccessibleName(title)
        made.editor.setPlaceholderText(title)
        made.setMinimumContentsLength(max(5, len(title), round(1.6 * ems(title))))
        made.currentIndexChanged.connect(lambda _: self._pick(field))
        return made

    def offer(self, choices: Choices | None) -> None:
        """Offers what can be picked; provinces and industries once ``choices`` are there."""
        for field in self.by_field:
            if field != CUSTOM:
                self._offer(field, offered(field, self._words, choices))

    def offer_own(self, fields: Sequence[FieldRow]) -> None:
        """Offers the association's own ``fields``; retired ones are not offered."""
        active = [Choice(field.id, field.name) for field in fields if field.active]
        self._offer(CUSTOM, active)
        self.by_field[CUSTOM].setVisible(bool(active))

    def _offer(self, field: str, choices: Sequence[Choice]) -> None:
        picker = self.by_field[field]
        was_blocked = picker.blockSignals(True)
        picker.offer(choices)
        picker.choose("")
        picker.blockSignals(was_blocked)

    def show_year(self, has_year: bool) -> None:
        """Stages and certificates are those of a year: without one they are not offered."""
        for field in OF_YEAR:
            self.by_field[field].setVisible(has_year)

    def _pick(self, field: str) -> None:
        picker = self.by_field[field]
        value = str(picker.currentData() or "")
        if value:
            QTimer.singleShot(0, picker, partial(self._forget, picker))
            self.picked.emit(field, value)

    @staticmethod
    def _forget(picker: Picker) -> None:
        """A picked value stands as a word now: the field asks for the next."""
        was_blocked = picker.blockSignals(True)
        picker.setCurrentIndex(-1)
        picker.setEditText("")
        picker.blockSignals(was_blocked)
