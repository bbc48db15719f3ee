"""文字: what companies are sent when they are chased, and why pledges are returned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from qc_desktop.domain.chasing import VARIABLES
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.reason_panel import return_reasons
from qc_desktop.gui.pages.settings.typed_section import TypedSection
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.parts import label
from qc_desktop.services import preferences

LOWEST = 140


class TextsSection(TypedSection[dict[str, str]]):
    """Two texts of several lines. What is typed stays until it is saved or given up."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "settings_texts")
        named = "　".join(f"{{{name}}}" for name in VARIABLES)
        told = self.tr(
            "These names are replaced for each company: {names}\nA phrase in [square brackets] is left out where what "
            "it names is not known."
        )
        self._fields = {
            "chase_text": self._card(self.tr("Reminder text"), told.format(names=named)),
            "return_reasons": self._card(
                self.tr("Reasons for returning a pledge"),
                self.tr("One on each line; at the review desk the first nine are given by their number."),
            ),
        }
        self._take_bar(UnsavedBar(self, self.tr("Save the texts")), *self._fields.values())

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

    @override
    def _read(self) -> dict[str, str]:
        return {key: field.toPlainText() for key, field in self._fields.items()}

    @override
    def _put(self, values: Mapping[str, str]) -> None:
        for key, field in self._fields.items():
            if field.toPlainText() != values[key]:
                with QSignalBlocker(field):  # half written it would be taken for typed
                    field.setPlainText(values[key])

    @override
    def _saved_words(self) -> str:
        return self.tr("Saved.")

    @override
    def _saved(self, values: dict[str, Any]) -> str:
        said = super()._saved(values)
        self.refresh()  # an emptied text is the usual one again
        return said

    @override
    def _ask(self) -> dict[str, str]:
        office = self.desk.office
        reasons = "\n".join(return_reasons(office))
        return {"chase_text": str(preferences.get(office, "chase_text")), "return_reasons": reasons}

    @override
    def _show(self, view: dict[str, str]) -> None:
        kept = self.changes
        self._stored = view
        self._put(view | kept)
        self._follow()
        self.drafts.take_up("", self.tr("Texts"), 0)
