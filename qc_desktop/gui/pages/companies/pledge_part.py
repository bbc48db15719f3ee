"""The pledge's half of the form: what the company promises this year, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.gui.forms.ui_pledge_form import Ui_PledgeForm
from qc_desktop.gui.pages.companies.model import stage_tone, stage_words
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.days import check_day, tidy_day
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.form_values import FormValues, Value
from qc_desktop.gui.widgets.parts import label, set_tone
from qc_desktop.services.campaigns.pledging import EDITABLE, PledgeRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.messages import Messages


class PledgePart(QWidget):
    """``edited`` tells that a person changed something. Hidden where no year is open."""

    edited = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._row: PledgeRow | None = None
        self._year = 0
        self._title = label("", "section")
        self._stage = label("", "strong")
        self._reason = label(wrap=True)
        self.submit = QCheckBox()
        fields = QWidget()
        self.form = Ui_PledgeForm()
        self.form.setupUi(fields)
        self.values = FormValues(fields)
        note = FieldNote(self.form.form, self.form.signed_on)
        self._day = FieldCheck(self.form.signed_on, note, check_day, words)
        self.form.signed_on.tidy_with(tidy_day)
        self._example = self.form.signed_on.placeholderText()
        self._lay_out(fields)
        self.values.edited.connect(self._on_edit)
        self.submit.toggled.connect(self._on_toggle)

    def _lay_out(self, fields: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self._reason, self.submit, fields):
            column.addWidget(part)

    def show_year(self, year: int) -> None:
        """The year pledges are entered for; 0 where none is open."""
        self._year = year
        self._title.setText(self.tr("Pledge {year}").format(year=year))
        self.setVisible(year > 0)

    def show_row(self, row: PledgeRow | None, certificate_no: str, day: str = "", *, submit: bool = False) -> None:
        """Shows the company's pledge, None where it does not take part.

        ``day`` is the date to begin with, ``submit`` says that a letter is at hand.
        """
        self._row = row
        pledge = row.pledge if row else PledgeDraft()
        signed = pledge.signed_on.isoformat() if pledge.signed_on else "" if row and row.entered else day
        self.write(
            {
                "products": pledge.products,
                "standards": pledge.standards,
                "signatory": pledge.signatory,
                "signed_on": signed,
            },
            submit,
        )
        stage = row.stage.value if row else ""
        self._stage.setText(f"● {stage_words(self._words, stage, certificate_no)}")
        set_tone(self._stage, stage_tone(stage, certificate_no))
        self._explain(row)

    def _explain(self, row: PledgeRow | None) -> None:
        """The line below the heading, the check box where it applies, fields that can be edited or not."""
        locked = row is not None and row.stage not in EDITABLE
        returned = row is not None and row.stage is Stage.RETURNED_FOR_CORRECTION
        if locked:
            self._reason.setText(self.tr("The pledge can no longer be changed at this stage."))
        elif row and row.stage_reason:
            self._reason.setText(self.tr("Reason: {reason}").format(reason=row.stage_reason))
        else:
            self._reason.clear()
        set_tone(self._reason, Tone.BAD if returned else Tone.MUTED)
        self._reason.setVisible(bool(self._reason.text()))
        again = self.tr("Corrected papers are in: review again")
        self.submit.setText(again if returned else self.tr("The letter is in: enter the pledge"))
        self.submit.setVisible(not locked and (returned or row is None or not row.entered))
        for name in self.values.names:
            self.values[name].setEnabled(not locked)
        self.form.signed_on.setPlaceholderText("" if locked else self._example)

    def write(self, values: Mapping[str, Value], submit: bool) -> None:
        """Puts ``values`` into the fields."""
        self.values.write(values)
        self._day.look()
        self.submit.blockSignals(True)
        self.submit.setChecked(submit)
        self.submit.blockSignals(False)

    @property
    def is_sound(self) -> bool:
        """Whether the date can be read."""
        return self._day.look()

    @property
    def day(self) -> str:
        """The date that stands in the form, in its plain form."""
        return tidy_day(self.form.signed_on.text())

    def pledge(self) -> PledgeDraft | None:
        """The pledge to be entered; None where there is nothing to enter or nothing was changed."""
        row = self._row
        if not self._year or (row and row.stage not in EDITABLE):
            return None
        typed = self._typed()
        if row and row.entered and not self.submit.isVisibleTo(self):
            return typed if typed != row.pledge else None
        if self.submit.isChecked():
            return typed
        return typed if row and row.entered and typed != row.pledge else None

    def _typed(self) -> PledgeDraft:
        read = self.values.read()
        return PledgeDraft(
            products=tuple(read["products"]),
            standards=tuple(read["standards"]),
            signatory=str(read["signatory"]),
            signed_on=dates.parse(str(read["signed_on"])),
        )

    def _on_edit(self) -> None:
        if self.submit.isVisibleTo(self):
            self.submit.setChecked(True)
        self.edited.emit()

    def _on_toggle(self) -> None:
        self.edited.emit()
