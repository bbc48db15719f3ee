"""One returned form: why it is left out, or its differences, each with a tick."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from qc_desktop.gui.pages.campaign.returns.model import FormRow, field_name, shown_values
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, edged, label, set_tone
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.messages import Messages
from qc_desktop.services.returns.comparing import Difference, Kind
from qc_desktop.services.returns.planning import FormState


class FormDetail(QWidget):
    """``ticked`` carries a form's key and the fields that are taken of it now; the others what was asked for."""

    ticked = Signal(int, object)
    preferred = Signal(int)
    open_wanted = Signal(int)
    personal_wanted = Signal(int)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._row: FormRow | None = None
        self._boxes: dict[str, QCheckBox] = {}
        self._shows_personal = False
        self._name = label("", "section", wrap=True)
        self._file = label("", "muted", wrap=True)
        self._reasons = label("", "", wrap=True)
        self._take = button(self.tr("Take this one"), lambda: self._tell(self.preferred), "", "check")
        self._open = button(self.tr("Open the file"), lambda: self._tell(self.open_wanted), "", "folder-open")
        self._show = button(self.tr("Show personal data"), lambda: self._tell(self.personal_wanted), "", "eye")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("plain", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        buttons = FlowLayout(gap=8)
        for part in (self._take, self._open, self._show):
            buttons.addWidget(part)
        for widget in (self._name, self._file, self._reasons):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addLayout(self._list)
        column.addStretch(1)
        edged(self, scroll_area(inner))

    @property
    def key(self) -> int | None:
        """The key of the form that is shown."""
        return self._row.plan.key if self._row else None

    def show_row(self, row: FormRow | None, *, personal: bool = False) -> None:
        """Shows ``row``; personal data in full only with ``personal``."""
        self._row, self._shows_personal = row, personal
        self.setVisible(row is not None)
        self._clear()
        if row is None:
            return
        plan = row.plan
        self._name.setText(plan.company or plan.file.name)
        self._file.setText(f"{plan.file.name} · {plan.file.modified:%Y-%m-%d %H:%M}")
        self._reasons.setText("\n".join(row.reasons))
        self._reasons.setVisible(bool(row.reasons))
        set_tone(self._reasons, Tone.BAD if plan.state is FormState.PROBLEM else Tone.WARN)
        self._take.setVisible(plan.state is FormState.DUPLICATE)
        self._open.setVisible(not plan.file.member)
        self._show.setVisible(not personal and any(each.is_personal for each in plan.differences))
        if plan.state in (FormState.CHANGED, FormState.DUPLICATE):
            for each in sorted(plan.differences, key=lambda each: each.is_ticked):  # what waits for a person first
                self._offer(each, row)

    def take_focus(self) -> None:
        """Puts the focus on the first tick, or the first button."""
        places = [*self._boxes.values(), self._take, self._open]
        next((place for place in places if not place.isHidden()), self).setFocus()

    def _clear(self) -> None:
        self._boxes = {}
        while self._list.count():
            item = self._list.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _offer(self, each: Difference, row: FormRow) -> None:
        box = QCheckBox(field_name(each.field) + self._doubt(each.kind))
        box.setChecked(each.field in row.taken)
        box.setEnabled(row.plan.state is FormState.CHANGED)
        box.toggled.connect(self._tick)
        self._boxes[each.field] = box
        before, after = shown_values(each, self._words)
        if each.is_personal and not self._shows_personal:
            before, after = each.in_public[0] or "–", each.in_public[1]
        self._list.addWidget(self._together(box, each, before, after))

    def _together(self, box: QCheckBox, each: Difference, before: str, after: str) -> QWidget:
        """The tick, and below it both sides."""
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(box)
        sides = QVBoxLayout()
        sides.setContentsMargins(28, 0, 0, 0)
        sides.setSpacing(2)
        column.addLayout(sides)
        sides.addWidget(label(self.tr("Now: {value}").format(value=before), "muted", wrap=True))
        told = label(self.tr("Form: {value}").format(value=after), "", wrap=True)
        set_tone(told, Tone.WARN if each.kind is not Kind.PLAIN else None)
        sides.addWidget(told)
        return together

    def _doubt(self, kind: Kind) -> str:
        said = {
            Kind.CONFLICT: self.tr("changed here too: choose"),
            Kind.CLEARED: self.tr("emptied by the company: choose"),
            Kind.DELICATE: self.tr("please check"),
        }
        return f" · {said[kind]}" if kind in said else ""

    def _tick(self) -> None:
        if self._row is not None:
            taken = frozenset(field for field, box in self._boxes.items() if box.isChecked())
            self.ticked.emit(self._row.plan.key, taken)

    def _tell(self, signal: object) -> None:
        if self._row is not None:
            signal.emit(self._row.plan.key)  # type: ignore[attr-defined]
