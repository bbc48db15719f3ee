"""Filters beyond the chips: pick from several, each becomes a word that a click takes away again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.exchange.writing.content import ems
from qc_desktop.gui.pages.companies.narrowing import (
    CUSTOM,
    Condition,
    conditions,
    offered,
    with_condition,
    with_own,
    without_condition,
)
from qc_desktop.gui.pages.companies.own_filter import OwnFilter
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, literal
from qc_desktop.gui.widgets.picker import Choice, Picker
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members.fields import FieldRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.choices import Choices
    from qc_desktop.messages import Messages

OF_YEAR = ("stages", "certified")


class FilterPanel(QWidget):
    """``changed`` tells that a person picked or took away a condition of ``wanted``; the association's own fields are
    asked for by ``own``, in the place of the pickers.

    The pickers are shown by :meth:`unfold`; the words of what is picked always are.
    """

    changed = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.wanted = CompanyFilter()
        self._known: dict[str, FieldRow] = {}
        self.own = OwnFilter(words)
        self.own.asked.connect(lambda asked: self._take(with_own(self.wanted, asked)))
        self.own.closed.connect(self._end_own)
        self.pickers: dict[str, Picker] = {field: self._picker(field, title) for field, title in self._titles().items()}
        self._fields = QWidget()
        self._told = QWidget()
        fields, self._row = FlowLayout(self._fields), FlowLayout(self._told)
        for picker in self.pickers.values():
            fields.addWidget(picker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._fields)
        column.addWidget(self.own)
        column.addWidget(self._told)
        self._fields.hide()
        self.offer(None)
        self.show_wanted(self.wanted)

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
        for field in self.pickers:
            if field != CUSTOM:
                self._offer(field, offered(field, self._words, choices))

    def _offer(self, field: str, choices: Sequence[Choice]) -> None:
        picker = self.pickers[field]
        was_blocked = picker.blockSignals(True)
        picker.offer(choices)
        picker.choose("")
        picker.blockSignals(was_blocked)

    def show_own(self, fields: Sequence[FieldRow]) -> None:
        """Offers the association's own ``fields``; retired ones have their words and are not offered."""
        known = {field.id: field for field in fields}
        if known != self._known:
            self._known = known
            self._offer(CUSTOM, [Choice(field.id, field.name) for field in fields if field.active])
            self.show_wanted(self.wanted)
        self.pickers[CUSTOM].setVisible(any(field.active for field in fields))

    def show_year(self, has_year: bool) -> None:
        """Stages and certificates are those of a year: without one they are not offered."""
        for field in OF_YEAR:
            self.pickers[field].setVisible(has_year)

    @property
    def is_unfolded(self) -> bool:
        """Whether the pickers are shown."""
        return not (self._fields.isHidden() and self.own.isHidden())

    def unfold(self, shown: bool) -> None:
        """Shows or hides the pickers; the focus goes to the first."""
        self._fields.setVisible(shown)
        self.own.hide()
        self.setVisible(shown or self._has_words)
        if shown:
            self.pickers["province_codes"].setFocus()

    @property
    def _has_words(self) -> bool:
        return next(self._conditions(), None) is not None

    def _conditions(self) -> Iterator[Condition]:
        return conditions(self.wanted, self._words, self._known)

    def show_wanted(self, wanted: CompanyFilter) -> None:
        """Shows the words of ``wanted``."""
        self.wanted = wanted
        while (item := self._row.takeAt(0)) is not None:
            gone = item.widget()
            gone.hide()
            gone.deleteLater()
        picked = list(self._conditions())
        for condition in picked:
            self._row.addWidget(self._word(condition))
        if picked:
            self._row.addWidget(button(self.tr("Clear all"), self.clear, "plain"))
        self._told.setVisible(bool(picked))
        self.setVisible(self.is_unfolded or bool(picked))
        self._told.updateGeometry()

    def clear(self) -> None:
        """Takes every condition away; a list stays the list it is."""
        self._take(CompanyFilter(list_id=self.wanted.list_id))

    def _word(self, condition: Condition) -> QWidget:
        made = button(literal(condition.words), partial(self._drop, condition), "chip", "x")
        made.setAccessibleName(self.tr("Without this condition: {words}").format(words=condition.words))
        made.setToolTip(made.accessibleName())
        return made

    def _drop(self, condition: Condition) -> None:
        self._take(without_condition(self.wanted, condition))

    def _pick(self, field: str) -> None:
        picker = self.pickers[field]
        value = str(picker.currentData() or "")
        if value:
            QTimer.singleShot(0, picker, partial(self._forget, picker))
            if field == CUSTOM:
                self._start_own(self._known[value])
                return
            self._take(with_condition(self.wanted, field, value))

    def _start_own(self, field: FieldRow) -> None:
        """Asks for an own field in the place of the pickers: on a low screen both would leave no row in sight."""
        self._fields.hide()
        self.own.start(field)

    def _end_own(self) -> None:
        self._fields.show()
        self.pickers[CUSTOM].setFocus()

    @staticmethod
    def _forget(picker: Picker) -> None:
        """A picked value stands as a word now: the field asks for the next."""
        was_blocked = picker.blockSignals(True)
        picker.setCurrentIndex(-1)
        picker.setEditText("")
        picker.blockSignals(was_blocked)

    def _take(self, wanted: CompanyFilter) -> None:
        self.show_wanted(wanted)
        self.changed.emit()
