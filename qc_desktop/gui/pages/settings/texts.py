"""文字: what companies are sent when they are chased, and why pledges are returned."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from qc_desktop.domain.chasing import VARIABLES
from qc_desktop.gui.jobs import Ticket
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.reason_panel import return_reasons
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.parts import label
from qc_desktop.services import preferences

LOWEST = 140


class TextsSection(Section):
    """Two texts of several lines. What is typed stays until it is saved or given up."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._ticket = Ticket()
        self._stored: dict[str, str] = {}
        named = "　".join(f"{{{name}}}" for name in VARIABLES)
        told = self.tr(
            "These names are replaced for each company: {names}\nA phrase in [square brackets] is left out where what "
            "it names is not known."
        )
        self._fields = {
            "chase_text": self._card(self.tr("Text for chasing"), told.format(names=named)),
            "return_reasons": self._card(
                self.tr("Reasons for returning a pledge"),
                self.tr("One on each line; at the review desk the first nine are given by their number."),
            ),
        }
        self.bar = UnsavedBar(self, self.tr("Save the texts"))
        self.bar.save_wanted.connect(self.save)
        self.bar.discard_wanted.connect(self.revert)

    def _card(self, title: str, told: str) -> QPlainTextEdit:
        column = self.add_card(title)
        column.addWidget(label(told, "muted", wrap=True))
        field = QPlainTextEdit()
        field.setAccessibleName(title)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(LOWEST)
        field.textChanged.connect(self._follow)
        column.addWidget(field)
        return field

    @property
    def changes(self) -> dict[str, str]:
        """What stands in the fields and is not saved yet, by setting."""
        read = {key: field.toPlainText() for key, field in self._fields.items()}
        return {key: text for key, text in read.items() if text != self._stored.get(key, text)}

    @property
    def holds_changes(self) -> bool:
        """Whether something is not saved."""
        return bool(self.changes)

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(self._ask, self._show)

    def _ask(self) -> dict[str, str]:
        office = self.desk.office
        reasons = "\n".join(return_reasons(office))
        return {"chase_text": str(preferences.get(office, "chase_text")), "return_reasons": reasons}

    def _show(self, stored: dict[str, str]) -> None:
        kept = self.changes
        self._stored = stored
        self._write(stored | kept)

    def _write(self, texts: dict[str, str]) -> None:
        for key, field in self._fields.items():
            if field.toPlainText() != texts[key]:
                field.setPlainText(texts[key])
        self._follow()

    def _follow(self) -> None:
        self.bar.show_unsaved(self.holds_changes)

    def save(self) -> None:
        """Saves what was changed; an emptied text is the usual one again."""
        changed = self.changes
        if changed:
            self.context.jobs.change(lambda: preferences.change(self.desk.office, changed), self._saved, self.refuse)

    def _saved(self, values: dict[str, Any]) -> None:
        self._stored |= {key: self._fields[key].toPlainText() for key in values}
        self._follow()
        self.refresh()
        self.offer_undo(self.tr("Saved."))

    def revert(self) -> None:
        """Puts the stored texts back."""
        self._write(self._stored)
