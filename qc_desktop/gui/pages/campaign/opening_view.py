"""Opening a year: last year's values carried forward, and what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from qc_desktop.gui.pages.campaign.details import NOTED, DetailsForm, written
from qc_desktop.gui.pages.campaign.details_view import WIDEST
from qc_desktop.gui.pages.worded_panel import WordedPanel
from qc_desktop.gui.widgets.foot_bar import FootBar
from qc_desktop.gui.widgets.form_values import plain
from qc_desktop.gui.widgets.parts import button, label, only_card
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qc_desktop.gui.pages.campaign.model import Opening
    from qc_desktop.gui.widgets.form_values import Value
    from qc_desktop.messages import Messages


class OpeningView(QWidget):
    """``year_chosen`` asks for another year's suggestion; ``open_wanted`` carries the draft to open and reasons for
    its wording.

    What a person typed stays through a change of year and a look elsewhere, until the year is opened;
    ``typed_changed`` tells that :meth:`typed_for` may say something else now.
    """

    year_chosen = Signal(int)
    open_wanted = Signal(object, object)
    cancelled = Signal()
    typed_changed = Signal(str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._opening: Opening | None = None
        self._years = QComboBox()
        self._years.setAccessibleName(self.tr("Year to open"))
        self._years.activated.connect(lambda: self.year_chosen.emit(self._years.currentData()))
        self._about = label("", "muted", wrap=True)
        self._form = DetailsForm(words)
        self._form.edited.connect(self._follow)
        self.reasons = WordedPanel(words)
        self.reasons.edited.connect(self._follow)
        self._cancel = button(self.tr("Not now"), self.cancelled.emit)
        self._open = button(self.tr("Open the year"), self._submit, "primary", "calendar-days")
        self.bar = FootBar(self)
        self.bar.add(self._cancel, self._open)
        self._lay_out()
        hold_still(self)

    def _lay_out(self) -> None:
        column = only_card(self, spacing=12, widest=WIDEST)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Open a year"), "section"))
        head.addWidget(self._years)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addWidget(self._form)
        column.addWidget(self.reasons)

    @property
    def year(self) -> int:
        """The year of the form, 0 while there was none yet."""
        return self._opening.draft.campaign_year if self._opening else 0

    @property
    def is_typed(self) -> bool:
        """Whether a person changed something in the suggestion."""
        return bool(self._typed()) or self.reasons.is_typed

    def _typed(self) -> dict[str, Value]:
        """What stands in the form otherwise than it was suggested."""
        if self._opening is None:
            return {}
        suggested = written(self._opening.draft)
        return {name: value for name, value in self._form.values().items() if value != suggested[name]}

    def _follow(self) -> None:
        self.reasons.follow(self._form.worded())
        self.typed_changed.emit("")

    def forget(self) -> None:
        """The year is open: what was typed is in the records."""
        self._opening = None
        self.reasons.forget()
        self.typed_changed.emit("")

    def typed_for(self, _key: str) -> dict[str, Any] | None:
        """What is typed into the form and for which year, as JSON can hold it."""
        if not self.is_typed:
            return None
        return {"year": self.year, "values": self._typed(), "reasons": self.reasons.typed_about()}

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Puts what :meth:`typed_for` gave before over the suggestion; nobody can have changed that meanwhile."""
        kept = {name: plain(value) for name, value in typed["values"].items()}
        self._form.write({**self._form.values(), **kept})
        self.reasons.put_over(typed.get("reasons", {}))
        self._follow()
        return False

    def offer(self, openable: Sequence[int]) -> None:
        """Offers the years that are not open yet."""
        held = self._years.currentData()
        self._years.clear()
        for year in openable:
            self._years.addItem(str(year), year)
        self._years.setCurrentIndex(max(0, self._years.findData(held)))

    def show_opening(self, opening: Opening) -> None:
        """Fills the form with the suggestion and says below each field that differs what it was last year."""
        values = {**written(opening.draft), **self._typed()}
        self._opening = opening
        self._years.setCurrentIndex(self._years.findData(opening.draft.campaign_year))
        self._form.write(values)
        self.reasons.know(opening.known)
        self.reasons.follow(self._form.worded())
        self._open.setText(self.tr("Open {year}").format(year=opening.draft.campaign_year))
        if opening.last is None:
            self._about.setText(self.tr("The usual values are filled in. Everything can be changed later."))
            return
        sentence = self.tr("Filled in from {year}. Check what is marked; everything can be changed later.")
        self._about.setText(sentence.format(year=opening.last.campaign_year))
        before = written(opening.last)
        for name in NOTED:
            if values[name] != before[name]:
                self._form.mark(name, self._note(before[name], values[name]))

    def take_focus(self) -> None:
        """Puts the focus on the year."""
        self._years.setFocus()

    def _note(self, before: Value, now: Value) -> str:
        shown = before if isinstance(before, str) else "、".join(before)
        if not now:
            return self.tr("Last year: {value}. This year's can wait.").format(value=shown)
        return self.tr("Last year: {value}").format(value=shown) if shown else self.tr("New this year")

    def _submit(self) -> None:
        if self._opening is None:
            return
        draft = self._form.read(self._opening.draft)
        if draft is not None:
            self.reasons.lead()
            self.open_wanted.emit(draft, self.reasons.given)
