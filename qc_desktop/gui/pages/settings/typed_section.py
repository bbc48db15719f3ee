"""A section that is a form over settings: what is typed in it outlives the window."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.services import preferences

View = TypeVar("View")


class TypedSection(Section, Generic[View]):
    """What is typed stays until it is saved or given up; a draft of the kind ``kind`` keeps it beyond the window.

    A derived class asks the records for a view and fills ``_stored`` from it, reads its fields, puts values into them
    and makes its ``bar``.
    """

    typed_changed = Signal(str)
    bar: UnsavedBar

    def __init__(self, context: PageContext, kind: str) -> None:
        super().__init__(context)
        self._kind = kind
        self._ticket = Ticket()
        self._stored: dict[str, str] = {}

    def _take_bar(self, bar: UnsavedBar, *parts: QWidget) -> None:
        """Joins ``bar`` and the drafts to the form, whose fields are in ``parts``."""
        self.bar = bar
        bar.save_wanted.connect(self.save)
        bar.discard_wanted.connect(self.revert)
        bar.is_kept = self.context.drafts.is_on
        self.drafts = FormDrafts(self._kind, self, bar, self.context.drafts, self)
        kept(*parts)

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(self._ask, self._show)

    def _ask(self) -> View:
        """What the records say; asked on the reader thread."""
        raise NotImplementedError

    def _show(self, view: View) -> None:
        """Shows what is stored; what was typed and not saved stays."""
        raise NotImplementedError

    def _read(self) -> dict[str, str]:
        """What stands in the fields, by setting."""
        raise NotImplementedError

    def _put(self, values: Mapping[str, str]) -> None:
        """Puts ``values``, one for each setting, into the fields."""
        raise NotImplementedError

    def _wrong(self, _keys: Collection[str]) -> bool:
        """Whether what is typed for one of the settings ``_keys`` cannot be right; says so in its place.

        What the records have from before keeps nobody from saving something else.
        """
        return False

    @property
    def changes(self) -> dict[str, str]:
        """What stands in the form and is not saved yet, by setting."""
        return {key: value for key, value in self._read().items() if value != self._stored.get(key, value)}

    def _follow(self) -> None:
        """Keeps the buttons and the draft in step with the form."""
        self.bar.show_unsaved(bool(self.changes))
        self.typed_changed.emit("")

    def typed_for(self, _key: str) -> dict[str, Any] | None:
        """What is typed and what it was typed over, as JSON can hold it."""
        changed = self.changes
        return {"values": changed, "base": {key: self._stored[key] for key in changed}} if changed else None

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Puts what :meth:`typed_for` gave before over the form; whether the settings were changed meanwhile."""
        base, values = typed["base"], typed["values"]
        own = {key: str(value) for key, value in values.items() if key in self._stored}
        self._put(self._stored | own)
        self._follow()
        return any(self._stored[key] not in (base[key], own[key]) for key in own)

    def save(self) -> None:
        """Saves what was changed, unless something cannot be right."""
        changed = self.changes
        if not self._wrong(changed) and changed:
            self.do_change(lambda: preferences.change(self.desk.office, changed), self._saved)

    def _saved(self, values: dict[str, Any]) -> str:
        self._stored |= {key: text for key, text in self.changes.items() if key in values}
        self._follow()
        return self._saved_words()

    def _saved_words(self) -> str:
        raise NotImplementedError

    def revert(self) -> None:
        """Puts the stored values back into the form."""
        changed = self.changes
        self._put(self._stored)
        self._wrong(changed)
        self._follow()
