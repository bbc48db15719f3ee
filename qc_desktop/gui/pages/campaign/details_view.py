"""Changing what is known of an open year; what a person typed survives every refresh and change of year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qc_desktop.gui.pages.campaign.details import DetailsForm, written
from qc_desktop.gui.pages.worded_panel import WordedPanel
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.form_values import plain
from qc_desktop.gui.widgets.parts import only_card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.gui.widgets.form_values import Value
    from qc_desktop.messages import Messages
    from qc_desktop.services.campaigns.years import CampaignRow
    from qc_desktop.services.worded import Known

WIDEST = 760


class DetailsView(QWidget):
    """``save_wanted`` carries the row that was shown, the draft to save over it and reasons for its wording.

    ``typed_changed`` carries the id of a campaign for which :meth:`typed_for` may say something else now.
    """

    save_wanted = Signal(object, object, object)
    typed_changed = Signal(str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._row: CampaignRow | None = None
        self._typed: dict[str, dict[str, Value]] = {}
        self._bases: dict[str, dict[str, Value]] = {}
        self._form = DetailsForm(words)
        self._form.edited.connect(self._mark)
        self.reasons = WordedPanel(words)
        self.reasons.edited.connect(self._mark)
        self.bar = UnsavedBar(self, self.tr("Save the campaign"))
        self.bar.save_wanted.connect(self._submit)
        self.bar.discard_wanted.connect(self._forget)
        self._lay_out()

    def _lay_out(self) -> None:
        column = only_card(self, spacing=12, widest=WIDEST)
        column.addWidget(self._form)
        column.addWidget(self.reasons)

    @property
    def is_dirty(self) -> bool:
        """Whether the form says something else than the records."""
        return self._row is not None and (self._row.id in self._typed or self.reasons.is_typed)

    @property
    def holds_changes(self) -> bool:
        """Whether something is typed over any year and not saved."""
        return bool(self._typed) or self.reasons.holds_changes

    def show_row(self, row: CampaignRow, known: Known) -> None:
        """Shows ``row``; what was typed over an earlier state of it stays, field by field."""
        self.reasons.know(known)
        self.reasons.turn_to(row.id)
        typed = self._typed.get(row.id)
        stored = written(row.values)
        if typed is None:
            self._write(row, stored)
            return
        before = written(self._row.values) if self._row is not None and self._row.id == row.id else stored
        own = {name: value for name, value in typed.items() if value != before[name]}
        if {**stored, **own} != self._form.values() or self._row is None or self._row.id != row.id:
            self._write(row, {**stored, **own})
        self._row = row
        self._mark()

    def saved(self, campaign_id: str) -> None:
        """Forgets what was typed: it is in the records now."""
        self._typed.pop(campaign_id, None)
        self.reasons.forget(campaign_id)
        self._say()
        self.typed_changed.emit(campaign_id)

    def typed_for(self, campaign_id: str) -> dict[str, Any] | None:
        """What is typed over a campaign and what it was typed over, as JSON can hold it."""
        typed, reasons = self._typed.get(campaign_id), self.reasons.typed_about(campaign_id)
        if typed is None and not reasons:
            return None
        base = {} if typed is None else self._bases[campaign_id]
        return {"values": typed or {}, "base": base, "reasons": reasons}

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Puts what :meth:`typed_for` gave before over the row shown; whether that was changed otherwise meanwhile."""
        if self._row is None:
            return False
        shown = written(self._row.values)
        base, values = ({name: plain(value) for name, value in typed[key].items()} for key in ("base", "values"))
        own = {name: value for name, value in values.items() if name in shown and value != base[name]}
        self._form.write({**shown, **own})
        self.reasons.put_over(typed.get("reasons", {}))
        self._mark()
        return any(shown[name] not in (base[name], own[name]) for name in own)

    def _write(self, row: CampaignRow, values: dict[str, Value]) -> None:
        if self._row is None or self._row.id != row.id or values != self._form.values():
            self._form.write(values)
        self._row = row
        self._say()

    def _mark(self) -> None:
        if self._row is None:
            return
        values = self._form.values()
        if values == written(self._row.values):
            self._typed.pop(self._row.id, None)
        else:
            self._typed[self._row.id] = values
            self._bases[self._row.id] = written(self._row.values)
        self._say()
        self.typed_changed.emit(self._row.id)

    def _say(self) -> None:
        self.reasons.follow(self._form.worded())
        self.bar.show_unsaved(self.is_dirty)

    def _forget(self) -> None:
        if self._row is not None:
            self._typed.pop(self._row.id, None)
            self.reasons.forget()
            self._form.write(written(self._row.values))
            self._say()
            self.typed_changed.emit(self._row.id)

    def _submit(self) -> None:
        if self._row is None or not self.is_dirty:
            return
        draft = self._form.read(self._row.values)
        if draft is not None:
            self.reasons.lead()
            self.save_wanted.emit(self._row, draft, self.reasons.given)
