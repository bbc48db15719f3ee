"""What became of labels: applied, destroyed, lost, spoiled, so many or from–to, or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from qc_desktop.domain.labels import SETTLED, LabelEventKind
from qc_desktop.domain.lengths import REASON
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.pages.labels.fields import check_count, tidy_count, whole
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.foot_bar import FootBar
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.services.labels.ledger import Labels

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.messages import Messages


class Noting(QWidget):
    """``wanted`` carries the kind, the Labels and the reason; ``given_up`` that the person thought better of it.

    What is typed stays with its batch, in a draft too, until it is noted or given up.
    """

    wanted = Signal(object, object, str)
    given_up = Signal()

    def __init__(self, words: Messages, drafts: DraftKeeper) -> None:
        super().__init__()
        self._words = words
        self.kind = FilterChips([Chip(kind.value, words.text(f"label.kind_{kind}")) for kind in SETTLED])
        self.count, self.first, self.last, self.reason = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.back = QCheckBox(self.tr("Takes an earlier line back"))
        self.confirm = button(self.tr("Note it"), self._submit, "primary")
        self.foot = FootBar(self)
        self.foot.add(button(self.tr("Cancel"), self._give_up), self.confirm)
        self._form = QFormLayout()
        self._lay_out()
        fields = {"count": self.count, "first": self.first, "last": self.last, "reason": self.reason}
        self._texts = KeptTexts("label_noting", drafts, self, **fields)
        self.reason.returnPressed.connect(self._submit)
        self.hide()

    def _lay_out(self) -> None:
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add(self.count, self.tr("&How many"))
        self._add(self.first, self.tr("or &from label"))
        self._add(self.last, self.tr("&to label"))
        self._add(self.reason, self.tr("R&eason"))
        self.reason.setMaxLength(REASON)
        numbers = (self.count, self.first, self.last)
        self._notes = {field: FieldNote(self._form, field) for field in (*numbers, self.reason)}
        self._checks = [FieldCheck(field, self._notes[field], check_count, self._words) for field in numbers]
        for field in numbers:
            field.tidy_with(tidy_count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("What became of labels?"), "section"))
        column.addWidget(self.kind)
        column.addWidget(self.back)
        column.addLayout(self._form)

    def _add(self, field: QWidget, words: str) -> None:
        called = QLabel(words)
        called.setBuddy(field)
        self._form.addRow(called, field)

    def start(self, batch: str, title: str, kind: LabelEventKind) -> None:
        """Asks what became of labels of the batch, to begin with ``kind``."""
        self._texts.show(batch, title)
        self.foot.say(title)
        self.kind.choose(kind.value)
        self.back.setChecked(False)
        for note in self._notes.values():
            note.clear()
        self.show()
        self.count.setFocus()

    @property
    def labels(self) -> Labels:
        """Which labels are meant."""
        count, first, last = (whole(field.text()) for field in (self.count, self.first, self.last))
        if not self.back.isChecked():
            return Labels(count or 0, first, last)
        named = 0 if first is None or last is None else last - first + 1
        return Labels(-(count or named), first, last)

    def refuse(self, sentence: str, *, reason: bool = False) -> None:
        """Says what is wrong, at the reason or at the number."""
        field = self.reason if reason else self.count
        self._notes[field].say(Tone.BAD, sentence)
        field.setFocus()

    def settle(self, batch: str) -> None:
        """It is noted."""
        self._texts.forget(batch)

    def put_away(self) -> None:
        """Closes the form; what was typed waits until it is asked again."""
        self._texts.put_away()
        self.hide()

    def _submit(self) -> None:
        self._notes[self.reason].clear()
        sound = [check.look() for check in self._checks]  # all of them speak
        if all(sound):
            self.wanted.emit(LabelEventKind(self.kind.current), self.labels, self.reason.text().strip())

    def _give_up(self) -> None:
        self._texts.forget(self._texts.key or "")
        self.put_away()
        self.given_up.emit()
