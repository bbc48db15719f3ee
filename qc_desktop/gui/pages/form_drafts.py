"""A form that keeps what is typed over a record as a draft, and takes it up again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, SignalInstance

from qc_desktop.domain.dates import local
from qc_desktop.gui.drafts import Autosave
from qc_desktop.services.drafts import Draft

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper


class Typed(Protocol):
    """A form over records named by a key. ``typed_changed`` carries the key of the one that was typed over."""

    typed_changed: SignalInstance

    def typed_for(self, key: str, /) -> dict[str, Any] | None:
        """What is typed over the record ``key``, as JSON can hold it; None for nothing."""
        ...

    def put_over(self, typed: Mapping[str, Any], /) -> bool:
        """Puts it over the record shown; whether that record was changed otherwise meanwhile."""
        ...


class Says(Protocol):
    """A bar that tells when the draft was kept."""

    def say_kept(self, told: str) -> None:
        """Shows ``told``."""
        ...


class FormDrafts(QObject):
    """Keeps the drafts of ``form`` under ``kind``; :meth:`take_up` puts one back that was found."""

    def __init__(self, kind: str, form: Typed, bar: Says, keeper: DraftKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._form = form
        self._bar = bar
        self._keeper = keeper
        self._key = ""
        self._named: dict[str, tuple[str, int]] = {}
        self._live: set[str] = set()
        self._autosave = Autosave(keeper, self._read, self)
        self._autosave.said.connect(bar.say_kept)
        form.typed_changed.connect(self._note)

    def take_up(self, key: str, title: str, year: int) -> None:
        """The form shows the record ``key``, which ``title`` names: puts its draft over it, once."""
        self._named[key] = (title, year)
        found = self._keeper.found(self._kind, key)
        if found is None or key in self._live:
            return
        self._live.add(key)
        self._autosave.take_up(found)
        changed = self._form.put_over(found.values)
        if self._form.typed_for(key) is None:  # it is in the records: saved, and the window went before it was noted
            return
        told = self.tr("Typed on {time}.")
        if changed:
            told = self.tr("Typed on {time}; the record was changed after that. Compare before you save.")
        self._bar.say_kept(told.format(time=f"{local(found.at):%m-%d %H:%M}"))

    def found(self, key: str) -> Draft | None:
        """The draft of the record ``key``."""
        return self._keeper.found(self._kind, key)

    def _note(self, key: str) -> None:
        if self._form.typed_for(key) is not None:
            self._live.add(key)
            if key != self._key:
                self._autosave.hurry()
            self._key = key
            self._autosave.touch()
        elif key in self._live:
            self._live.discard(key)
            if key == self._key:
                self._autosave.rest()
            self._autosave.forget(self._kind, key)

    def _read(self) -> Draft | None:
        typed = self._form.typed_for(self._key)
        title, year = self._named.get(self._key, ("", 0))
        return None if typed is None else Draft(self._kind, self._key, title, typed, year)
