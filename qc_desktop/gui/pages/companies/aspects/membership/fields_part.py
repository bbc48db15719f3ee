"""The association's own fields of one company."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.membership.part import Part
from qc_desktop.gui.pages.companies.bulk.line import own_choices
from qc_desktop.gui.pages.companies.differing import empty, said_now
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.days import tidy_day
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, literal
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services.members import field_values
from qc_desktop.services.members.fields import FieldRow, said


@dataclass(frozen=True)
class Typed:
    """What is typed by field id, and what was stored there then."""

    values: Mapping[str, str]
    base: Mapping[str, str] = dataclasses.field(compare=False)


@dataclass(frozen=True)
class Filled:
    """The fields that are offered, and what the company has in them, by field id."""

    fields: tuple[FieldRow, ...]
    values: Mapping[str, str]


class FieldsPart(Part):
    """One line for each field; nothing is seen where there are none."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.heading.setText(self.tr("Our own fields"))
        self._shown: Filled | None = None
        self._rows: tuple[FieldRow, ...] = ()
        self._kept: Typed | None = None  # a draft that waits for what is stored to be read
        self._sent: Mapping[str, str] = {}
        self._inputs: dict[str, LineEdit | QComboBox] = {}
        self._is_writing = False
        self._form = QWidget()
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button(self.tr("Save fields"), self.save, "primary", "save"))
        row.addWidget(button(self.tr("Discard"), self._discard))
        row.addStretch(1)
        self.column.addWidget(self._form)
        self.column.addWidget(self._buttons)
        self.hide()

    @property
    @override
    def draft(self) -> Typed | None:
        if self._shown is None:
            return self._kept
        stored = self._shown.values
        typed = {key: text for key, text in self._read().items() if text != stored.get(key, "")}
        return Typed(typed, {key: stored.get(key, "") for key in typed}) if typed else None

    @override
    def begin(self, company_id: str) -> None:
        super().begin(company_id)
        self._write({})
        self._shown, self._kept, self._sent = None, None, {}
        self._tell()

    @override
    def put_back(self, draft: Any) -> None:
        self._write(draft.values)
        self._kept = draft
        self._tell()

    @override
    def as_plain(self, draft: Any) -> Any:
        return {"values": dict(draft.values), "base": dict(draft.base)}

    @override
    def take_up(self, kept: Any) -> bool:
        stored = self._shown.values if self._shown else {}
        self._write({**stored, **kept["values"]})
        self._tell()
        return self._say_changed(kept["values"], kept["base"])

    def _say_changed(self, typed: Mapping[str, str], base: Mapping[str, str]) -> bool:
        """Names the fields that say neither what was ``typed`` nor what stood there then; whether there are any."""
        stored, words = self._shown.values if self._shown else {}, self.context.words
        known = {row.id: row for row in self._rows}
        differing = {
            row.name: said(row, stored.get(key, ""), words) or empty()
            for key, text in typed.items()
            if (row := known.get(key)) and stored.get(key, "") not in (base.get(key, ""), text, self._sent.get(key))
        }
        if differing:
            told = self.tr("Changed elsewhere meanwhile. What you typed is shown over it: compare before you save.")
            self.bar.say(Tone.WARN, f"{told}\n{said_now(differing)}")
        return bool(differing)

    def show_filled(self, filled: Filled) -> None:
        """Shows what the company has; what is typed and not saved stays."""
        if filled == self._shown:
            return
        typed = self.draft or Typed({}, {})
        if filled.fields != self._rows:
            self._rows = filled.fields
            self._build(filled.fields)
        self._shown, self._kept = filled, None
        self._write({**filled.values, **typed.values})
        self.setVisible(bool(filled.fields))
        self._tell()
        self._say_changed(typed.values, typed.base)

    def _build(self, rows: Sequence[FieldRow]) -> None:
        made = QWidget()
        form = QFormLayout(made)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._inputs = {row.id: self._input(row) for row in rows}
        for row in rows:
            form.addRow(literal(row.name), self._inputs[row.id])
        hold_still(made)
        self.column.replaceWidget(self._form, made)
        self._form.hide()
        self._form.deleteLater()
        self._form = made

    def _input(self, row: FieldRow) -> LineEdit | QComboBox:
        field: LineEdit | QComboBox
        if row.kind in (FieldKind.CHOICE, FieldKind.YES_NO):
            field = QComboBox()
            field.addItem("", "")
            for choice in own_choices(row, self.context.words):
                field.addItem(choice.words, choice.value)
            field.currentIndexChanged.connect(self._note)
        else:
            field = LineEdit()
            if row.kind is FieldKind.DATE:
                field.tidy_with(tidy_day)
                field.setPlaceholderText("2026-03-15")
            field.textChanged.connect(self._note)
        field.setAccessibleName(row.name)
        return field

    def _read(self) -> dict[str, str]:
        return {
            key: field.text().strip() if isinstance(field, LineEdit) else str(field.currentData() or "")
            for key, field in self._inputs.items()
        }

    def _write(self, values: Mapping[str, str]) -> None:
        self._is_writing = True
        for key, field in self._inputs.items():
            text = values.get(key, "")
            if isinstance(field, LineEdit):
                field.setText(text)
                continue
            if field.findData(text) < 0:  # a choice that is offered no more stays with who has it
                field.addItem(text, text)
            field.setCurrentIndex(field.findData(text))
        self._is_writing = False

    def _note(self) -> None:
        if not self._is_writing:
            self._tell()

    def _tell(self) -> None:
        self._buttons.setVisible(self.draft is not None)
        self.edited.emit()

    def _discard(self) -> None:
        self.bar.clear()
        self._write(self._shown.values if self._shown else {})
        self._tell()

    @override
    def save(self) -> None:
        office, company_id, typed = self.desk.office, self.company_id, self.draft
        if typed is None:
            return
        self._sent = typed.values
        self.change(
            lambda: field_values.save(office, company_id, typed.values, typed.base),
            lambda _: self._take(typed.values),
            self.tr("Saved."),
        )

    def _take(self, typed: Mapping[str, str]) -> None:
        """What was typed is stored now, in the plain form that is read next."""
        self.bar.clear()
        if self._shown is not None:
            self._shown = Filled(self._shown.fields, {**self._shown.values, **typed})
        self._tell()
