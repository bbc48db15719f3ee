"""The fields of one agreement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from qc_desktop.domain import dates
from qc_desktop.domain.labels import AgreementDraft, RestrictedCategory
from qc_desktop.domain.lengths import is_reason
from qc_desktop.gui.pages.labels.fields import check_count, tidy_count, whole
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.days import check_day, tidy_day
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.form_line import FormLine
from qc_desktop.gui.widgets.form_values import FormValues, Value
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services.labels import categories

if TYPE_CHECKING:
    from qc_desktop.gui.widgets.field_note import Check
    from qc_desktop.messages import Messages
    from qc_desktop.services.labels.agreements import AgreementRow

_LINE = 24
_NEEDED = ("company", "agreement_no", "products", "quantity", "starts_on", "ends_on", "restricted")
ORDINARY = "ordinary"
"""What the choice has for a product of no restricted category; a new agreement has nothing chosen."""


class AgreementForm(QWidget):
    """``edited`` tells that a person changed something. The company is looked for by ``company``, see NameFinder."""

    edited = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.company, self.agreement_no = LineEdit(), LineEdit()
        self.products, self.legal_note = QPlainTextEdit(), QPlainTextEdit()
        self.quantity, self.starts_on, self.ends_on, self.remark = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.restricted = QComboBox()
        self.restricted.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.restricted.setMinimumContentsLength(8)
        self.restricted.setPlaceholderText(self.tr("Choose…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        self._lay_out()
        self.values = FormValues(self)
        none = self.tr("No, an ordinary product")
        named = [(one.value, words.text(f"restricted.{one}")) for one in RestrictedCategory]
        self.values.offer("restricted", [(ORDINARY, none), *named])
        self.values.edited.connect(self._follow)
        self.values.edited.connect(self.edited)
        hold_still(self)
        kept(self)

    def _lay_out(self) -> None:
        self._add("company", self.tr("&Company"), self.tr("Name, pinyin or code"))
        self._add("agreement_no", self.tr("Agreement &no."))
        self._add("products", self.tr("&Products"), self.tr("One on a line"))
        self._add("quantity", self.tr("&Quantity"))
        self._add("starts_on", self.tr("&First day"), "2026-01-01")
        self._add("ends_on", self.tr("&Last day"), "2026-12-31")
        self._add("restricted", self.tr("&Restricted"))
        self._law = FormLine(self._rows)
        self._rows.addRow("", self._law)
        self._add("legal_note", self.tr("Le&gal note"), self.tr("Why it is permitted, or why it is no such product"))
        self._add("remark", self.tr("Re&mark"))
        notes = {name: FieldNote(self._rows, getattr(self, name)) for name in (*_NEEDED, "legal_note")}
        self.notes: Mapping[str, FieldNote] = notes
        self.checks = [
            self._check("quantity", check_count),
            self._check("starts_on", check_day),
            self._check("ends_on", check_day),
        ]
        for name in ("company", "agreement_no", "legal_note"):  # the others are checked while one types
            getattr(self, name).textChanged.connect(notes[name].clear)
        self.restricted.currentIndexChanged.connect(notes["restricted"].clear)
        self.quantity.tidy_with(tidy_count)
        for field in (self.starts_on, self.ends_on):
            field.tidy_with(tidy_day)
        for area in (self.products, self.legal_note):
            area.setTabChangesFocus(True)
            area.setFixedHeight(16 + 3 * _LINE)

    def _add(self, name: str, words: str, example: str = "") -> None:
        field = getattr(self, name)
        field.setObjectName(name)
        if example:
            field.setPlaceholderText(example)
        called = QLabel(words)
        called.setBuddy(field)
        self._rows.addRow(called, field)

    def _check(self, name: str, check: Check) -> FieldCheck:
        return FieldCheck(getattr(self, name), self.notes[name], check, self._words)

    def write(self, values: Mapping[str, Value], *, stored: bool) -> None:
        """Puts ``values`` into the fields; the company of a ``stored`` agreement stays."""
        self.values.write(values)
        self.company.setReadOnly(stored)
        for note in self.notes.values():
            note.clear()
        for check in self.checks:
            check.look()
        self._follow()

    def _follow(self) -> None:
        category = _category(self.restricted.currentData())
        law = categories.rules()[category].law if category else ""
        told = self.tr("{law} bars or limits recommending it: no label is issued without a legal note.")
        self._law.say(told.format(law=law) if law else "")
        note = self.legal_note.toPlainText()
        suspected = self._suspect(is_decided=category is not None or is_reason(note))
        shown = category is not None or bool(note.strip()) or suspected or self.legal_note.hasFocus()
        self._rows.setRowVisible(self.legal_note, shown)

    def _suspect(self, *, is_decided: bool) -> bool:
        """A product that sounds like one that the law bars is said while one types, until a person noted what it is."""
        found = [] if is_decided else categories.suspected(self.products.toPlainText().splitlines())
        if found:
            self.notes["products"].say(Tone.WARN, self._words.of(found[0]))
        else:
            self.notes["products"].clear()
        return bool(found)

    def read(self) -> AgreementDraft | None:
        """What is typed; None where something is missing or cannot be, which is said in its place."""
        read = self.values.read()
        sound = [check.look() for check in self.checks]
        missing = [name for name in _NEEDED if not read[name]]
        for name in ("company", "agreement_no"):
            self.notes[name].clear()
        for name in missing:
            asked = "label.no_category" if name == "restricted" else "entry.missing"
            self.notes[name].say(Tone.BAD, self._words.text(asked))
        first, last = dates.parse(str(read["starts_on"])), dates.parse(str(read["ends_on"]))
        if missing or not all(sound) or first is None or last is None:
            bad = next((name for name in _NEEDED if name in missing or self._is_wrong(name)), _NEEDED[0])
            getattr(self, bad).setFocus()
            return None
        if last < first:
            said = self._words.text("label.period", starts_on=first.isoformat(), ends_on=last.isoformat())
            self.notes["ends_on"].say(Tone.BAD, said)
            self.ends_on.setFocus()
            return None
        return AgreementDraft(
            agreement_no=str(read["agreement_no"]),
            products=tuple(read["products"]),
            quantity=whole(str(read["quantity"])) or 0,
            starts_on=first,
            ends_on=last,
            restricted=_category(read["restricted"]),
            legal_note="\n".join(read["legal_note"]),
            remark=str(read["remark"]),
        )

    def _is_wrong(self, name: str) -> bool:
        return bool(getattr(self, name).property("tone"))


def _category(value: object) -> RestrictedCategory | None:
    return RestrictedCategory(str(value)) if value and value != ORDINARY else None


def values_of(row: AgreementRow) -> dict[str, Value]:
    """``row`` as the form's values."""
    terms = row.terms
    return {
        "company": row.company,
        "agreement_no": terms.agreement_no,
        "products": terms.products,
        "quantity": str(terms.quantity),
        "starts_on": terms.starts_on.isoformat(),
        "ends_on": terms.ends_on.isoformat(),
        "restricted": terms.restricted.value if terms.restricted else ORDINARY,
        "legal_note": tuple(terms.legal_note.splitlines()),
        "remark": terms.remark,
    }
