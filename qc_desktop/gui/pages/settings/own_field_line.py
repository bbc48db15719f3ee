"""One of the association's own fields: what it is, and renaming it in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, literal
from qc_desktop.services.members.fields import FieldRow


class OwnFieldLine(QWidget):
    """``risen`` and ``turned`` by its buttons; ``changed`` carries the new name and the new choices."""

    risen = Signal()
    turned = Signal()
    changed = Signal(str, object)

    def __init__(self, row: FieldRow, kind: str, *, may_rise: bool) -> None:
        super().__init__()
        self.row = row
        self.name, self.choices = LineEdit(), LineEdit()
        self._shown, self._form = QWidget(), QWidget()
        self._lay_out_line(kind, may_rise)
        self._lay_out_form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._shown, self._form):
            column.addWidget(part)
        self.put_away()

    def _lay_out_line(self, kind: str, may_rise: bool) -> None:
        row = self.row
        about = [kind, "、".join(row.choices), "" if row.active else self.tr("retired")]
        line = QHBoxLayout(self._shown)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(literal(f"{row.name}（{'，'.join(filter(None, about))}）"), wrap=True), 1)
        rise = button(self.tr("Up"), self.risen.emit)
        rise.setVisible(may_rise)
        self.change = button(self.tr("Change"), self.start)
        turn = button(self.tr("Retire") if row.active else self.tr("Use again"), self.turned.emit)
        for act in (rise, self.change, turn):
            act.setAccessibleName(f"{act.text()} {row.name}")
            line.addWidget(act)

    def _lay_out_form(self) -> None:
        line = QHBoxLayout(self._form)
        line.setContentsMargins(0, 0, 0, 0)
        for field, words in (
            (self.name, self.tr("New name")),
            (self.choices, self.tr("Choices, with commas between them")),
        ):
            field.setAccessibleName(f"{words} {self.row.name}")
            field.setPlaceholderText(words)
            field.returnPressed.connect(self._give)
            line.addWidget(field, 1)
        self.choices.setVisible(self.row.kind is FieldKind.CHOICE)
        line.addWidget(button(self.tr("Save"), self._give, "", "save"))
        line.addWidget(button(self.tr("Cancel"), self.put_away, "plain"))

    def start(self) -> None:
        """Offers the name and the choices to be changed."""
        self._open(self.row.name, "，".join(self.row.choices))
        self.name.setFocus()
        self.name.selectAll()

    def _open(self, name: str, choices: str) -> None:
        self.name.setText(name)
        self.choices.setText(choices)
        self._shown.hide()
        self._form.show()

    def put_away(self) -> None:
        """Shows the field as it is; what was typed is given up."""
        for field in (self.name, self.choices):
            field.clear()
        self._form.hide()
        self._shown.show()

    def go_on_from(self, before: OwnFieldLine) -> None:
        """Another field was changed meanwhile: what was typed in ``before``, for this one, is typed here."""
        is_saved = (before.row.name, before.row.choices) != (self.row.name, self.row.choices)
        if is_saved or before._form.isHidden():
            return
        self._open(before.name.text(), before.choices.text())
        for mine, other in ((self.name, before.name), (self.choices, before.choices)):
            mine.setModified(other.isModified())
            if other.hasFocus():
                mine.setFocus()

    def _give(self) -> None:
        self.changed.emit(self.name.text(), choices_of(self.choices.text()))


def choices_of(typed: str) -> list[str]:
    """The choices in ``typed``, with commas of any kind between them."""
    return typed.replace("，", ",").replace("、", ",").split(",")
