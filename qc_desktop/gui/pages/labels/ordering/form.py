"""What a new batch is to be: agreement, product, lot, how many, until when, which code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from qc_desktop.domain import dates
from qc_desktop.domain.labels import LOT
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.pages.labels.fields import check_count, tidy_count, whole
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.days import check_day, tidy_day
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.form_line import FormLine
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.picker import Choice, Picker
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services.labels.ordering import BatchOrder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.pages.worded_panel import WordedPanel
    from qc_desktop.messages import Messages
    from qc_desktop.services.labels.agreements import AgreementRow

_SOON_MS = 200
NORMAL, ABRASION = "normal", "abrasion"


class OrderForm(QWidget):
    """``edited`` tells that the order is another one now, ``sought`` what agreement is looked for beside those offered.

    What is typed and chosen is kept with its agreement, and with it the ``reasons`` for its wording.
    """

    edited = Signal()
    sought = Signal(str)

    def __init__(self, words: Messages, drafts: DraftKeeper, reasons: WordedPanel) -> None:
        super().__init__()
        self._words = words
        self._known: dict[str, AgreementRow] = {}
        self._rows = QFormLayout(self)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.agreement, self.product = Picker(), QComboBox()
        self.lot, self.count, self.valid_until = LineEdit(), LineEdit(), LineEdit()
        self.symbol = QComboBox()
        self.hidden = QCheckBox(self.tr("With hidden codes"))
        self.hidden.setToolTip(self.tr("A code to scratch off on each label; the print shop adds the layer."))
        self._lay_out()
        self._texts = KeptTexts(
            "label_order",
            drafts,
            self,
            reasons,
            lot=self.lot,
            count=self.count,
            valid=self.valid_until,
            product=self.product,
            symbol=self.symbol,
            hidden=self.hidden,
        )
        self._more = False
        self._seek = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._seek.timeout.connect(self._look_for)
        self.agreement.editor.textEdited.connect(lambda _: self._seek.start())
        self.agreement.currentIndexChanged.connect(self._turn)
        for box in (self.product, self.symbol):
            box.currentIndexChanged.connect(self.edited)
        for field in (self.lot, self.count, self.valid_until):
            field.textChanged.connect(self._follow)
        self.hidden.toggled.connect(self.edited)
        self._texts.written.connect(self._follow)
        hold_still(self)

    def _lay_out(self) -> None:
        self._add(self.agreement, self.tr("&Agreement"))
        self._add(self.product, self.tr("&Product"))
        self._add(self.lot, self.tr("&Lot"))
        self._add(self.count, self.tr("&Number of labels"))
        self._left = FormLine(self._rows)
        self._rows.addRow("", self._left)
        self._add(self.valid_until, self.tr("&Valid until"))
        self._add(self.symbol, self.tr("&Code"))
        self._rows.addRow("", self.hidden)
        self.lot.setMaxLength(LOT)
        self.valid_until.setPlaceholderText(self.tr("Without an end"))
        self.symbol.addItem(self.tr("Normal"), NORMAL)
        self.symbol.addItem(self.tr("Sturdier, for goods that are rubbed"), ABRASION)
        for box in (self.product, self.symbol):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self._lot_note, self._count_note = FieldNote(self._rows, self.lot), FieldNote(self._rows, self.count)
        self.checks = (
            FieldCheck(self.count, self._count_note, check_count, self._words),
            FieldCheck(self.valid_until, FieldNote(self._rows, self.valid_until), check_day, self._words),
        )
        self.count.tidy_with(tidy_count)
        self.valid_until.tidy_with(tidy_day)

    def _add(self, field: QWidget, words: str) -> None:
        called = QLabel(words)
        called.setBuddy(field)
        self._rows.addRow(called, field)

    def offer(self, known: Sequence[AgreementRow], wanted: str, *, more: bool = False) -> None:
        """Offers ``known``, to begin with ``wanted``, else the one at hand, else the first; there may be ``more``."""
        self._more = more
        self._known = {row.id: row for row in known}
        held = wanted or self.agreement_id
        names = [_choice(row) for row in known]
        self.agreement.blockSignals(True)
        self.agreement.clear()
        self.agreement.offer(names)
        self.agreement.choose(held if held in self._known else next(iter(self._known), ""))
        self.agreement.blockSignals(False)
        self._turn()

    def offer_found(self, found: Sequence[AgreementRow]) -> None:
        """Offers ``found`` too, which were sought."""
        self._known |= {row.id: row for row in found}
        self.agreement.add([_choice(row) for row in found])

    def _look_for(self) -> None:
        typed = self.agreement.currentText().strip()
        if self._more and typed:
            self.sought.emit(typed)

    @property
    def agreement_id(self) -> str:
        """The agreement at hand, empty for none."""
        return str(self.agreement.currentData() or "")

    @property
    def row(self) -> AgreementRow | None:
        """The same with what it says."""
        return self._known.get(self.agreement_id)

    def _turn(self) -> None:
        """Another agreement: its products, and what was typed for it before."""
        row = self.row
        self.product.blockSignals(True)
        self.product.clear()
        self.product.addItems(list(row.terms.products) if row else [])
        self.product.blockSignals(False)
        if row is None:
            self._texts.put_away()
        else:
            self._texts.show(
                row.id,
                f"{row.terms.agreement_no} {row.company}",
                product=self.product.itemText(0),
                symbol=NORMAL,
            )
        self._follow()  # what was typed is known by now

    def _follow(self) -> None:
        """How many the agreement still allows, while the number is typed."""
        row, number = self.row, whole(self.count.text())
        told = ""
        if row is not None:
            told = self.tr("The agreement allows {left} more.").format(left=f"{row.remaining:,}")
            if number and number <= row.remaining:
                after = f"{row.remaining - number:,}"
                told = self.tr("The agreement allows {left} more, {after} after this batch.")
                told = told.format(left=f"{row.remaining:,}", after=after)
        self._left.say(told)
        self._lot_note.clear()
        self.edited.emit()

    @property
    def order(self) -> BatchOrder:
        """The order as far as it is typed; a number that cannot be read is 0."""
        return BatchOrder(
            product=self.product.currentText(),
            lot=self.lot.text().strip(),
            count=whole(self.count.text()) or 0,
            valid_until=dates.parse(self.valid_until.text()) if self.valid_until.text().strip() else None,
            abrasion=self.symbol.currentData() == ABRASION,
            hidden_codes=self.hidden.isChecked(),
        )

    @property
    def is_begun(self) -> bool:
        """Whether lot and number are typed: before that nothing is complained of."""
        return bool(self.lot.text().strip() and self.count.text().strip())

    @property
    def is_typed(self) -> bool:
        """Whether a draft keeps something of it."""
        return self._texts.key is not None and self._texts.typed_for(self._texts.key) is not None

    def is_sound(self) -> bool:
        """Whether the order can be issued as far as its fields tell; what is missing is said in its place."""
        sound = [check.look() for check in self.checks]
        missing = [(field, note) for field, note in self._needed if not field.text().strip()]
        for _, note in missing:
            note.say(Tone.BAD, self._words.text("entry.missing"))
        if missing:
            missing[0][0].setFocus()
        return all(sound) and not missing

    @property
    def _needed(self) -> tuple[tuple[LineEdit, FieldNote], ...]:
        return (self.lot, self._lot_note), (self.count, self._count_note)

    def settle(self) -> None:
        """The order is issued or given up: nothing of it is kept."""
        if self._texts.key is not None:
            self._texts.forget(self._texts.key)


def _choice(row: AgreementRow) -> Choice:
    return Choice(row.id, f"{row.terms.agreement_no} {row.company}")
