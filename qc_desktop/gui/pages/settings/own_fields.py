"""The association's own fields: one line each, and a place for a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.pages.settings.own_field_line import OwnFieldLine, choices_of
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services.members import fields
from qc_desktop.services.members.fields import FieldRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.settings.section import Section


class OwnFields(QWidget):
    """Adds, moves, renames, retires and takes up again; each is one step that Undo takes back.

    What is typed for a new one is kept as a draft.
    """

    def __init__(self, context: PageContext, section: Section) -> None:
        super().__init__()
        self._context = context
        self._section = section
        self._shown: tuple[FieldRow, ...] | None = None
        self._rows: list[OwnFieldLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.name = LineEdit()
        self.kind = QComboBox()
        self.choices = LineEdit()
        for field, words in (
            (self.name, self.tr("Name of a new field")),
            (self.kind, self.tr("Kind")),
            (self.choices, self.tr("Choices, with commas between them")),
        ):
            field.setAccessibleName(words)
        self.name.setPlaceholderText(self.name.accessibleName())
        self.choices.setPlaceholderText(self.choices.accessibleName())
        for kind, words in self._kinds.items():
            self.kind.addItem(words, kind)
        self.kind.currentIndexChanged.connect(self._follow)
        self._texts = KeptTexts("new_field", context.drafts, self, name=self.name, choices=self.choices)
        self._texts.show("", self.name.accessibleName())
        self._lay_out()
        self._follow()

    def _lay_out(self) -> None:
        new = QHBoxLayout()
        new.setSpacing(8)
        new.addWidget(self.name, 1)
        new.addWidget(self.kind)
        new.addWidget(button(self.tr("Add"), self.add, "", "plus"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        told = self.tr(
            "They appear with each company under Member, and as columns and conditions of the list. A retired field "
            "keeps what was filled in."
        )
        column.addWidget(label(told, "muted", wrap=True))
        column.addLayout(self._list)
        column.addLayout(new)
        column.addWidget(self.choices)
        hold_still(self)

    @property
    def _kinds(self) -> dict[FieldKind, str]:
        return {
            FieldKind.TEXT: self.tr("Text"),
            FieldKind.NUMBER: self.tr("Numeric"),
            FieldKind.DATE: self.tr("Day"),
            FieldKind.CHOICE: self.tr("Choice"),
            FieldKind.YES_NO: self.tr("Yes or no"),
        }

    def show_fields(self, rows: tuple[FieldRow, ...]) -> None:
        """Shows ``rows``, retired ones too."""
        if rows == self._shown:
            return
        self._shown = rows
        before = {line.row.id: line for line in self._rows}
        self._rows = [self._line(row, place > 0) for place, row in enumerate(rows)]
        for made in self._rows:
            self._list.addWidget(made)
            made.show()
            if made.row.id in before:
                made.go_on_from(before[made.row.id])
        for line in before.values():
            line.hide()
            line.deleteLater()

    def _line(self, row: FieldRow, may_rise: bool) -> OwnFieldLine:
        made = OwnFieldLine(row, self._kinds[row.kind], may_rise=may_rise)
        made.risen.connect(lambda: self._move(row))
        made.turned.connect(lambda: self._put(row, row.name, row.choices, active=not row.active))
        made.changed.connect(lambda name, choices: self._put(row, name, choices, active=row.active))
        return made

    def add(self) -> None:
        """Adds what is typed as a field."""
        name, kind = self.name.text(), FieldKind(self.kind.currentData())
        choices = choices_of(self.choices.text())
        self._change(lambda: fields.add(self._section.desk.office, name, kind, choices), self._added)

    def _added(self) -> None:
        self._texts.forget("")

    def _move(self, row: FieldRow) -> None:
        self._change(lambda: fields.move(self._section.desk.office, row.id, -1))

    def _put(self, row: FieldRow, name: str, choices: Sequence[str], *, active: bool) -> None:
        office = self._section.desk.office
        self._change(lambda: fields.change(office, row, name=name, choices=choices, active=active))

    def _change(self, work: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        def done(_: object) -> str:
            if then is not None:
                then()
            return self.tr("Saved.")

        self._section.do_change(work, done)

    def _follow(self) -> None:
        self.choices.setVisible(self.kind.currentData() == FieldKind.CHOICE)
