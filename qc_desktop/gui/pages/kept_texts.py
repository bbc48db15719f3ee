"""Short texts that belong to a record and to no form: there again when one comes back to it, and kept as a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.widgets.spared import kept

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.gui.pages.worded_panel import WordedPanel

Field: TypeAlias = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox
_ON = "1"
_AS_SHOWN = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\xa0": " "})
"""How Qt gives back what was put into a text of several lines."""


class KeptTexts(QObject):
    """Keeps under ``kind`` what is typed into ``fields`` over the texts of the record that is shown.

    Of a choice its data is kept, else its words; of a tick "1". With them go the ``reasons`` for their wording.

    ``said`` carries the sentence that tells when; ``written`` tells that the fields say what belongs to the record.
    """

    typed_changed = Signal(str)
    said = Signal(str)
    written = Signal()

    def __init__(
        self, kind: str, keeper: DraftKeeper, parent: QObject, reasons: WordedPanel | None = None, /, **fields: Field
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._reasons = reasons
        self._key: str | None = None
        self._shown = dict.fromkeys(fields, "")
        self._typed: dict[str, dict[str, str]] = {}
        self._bases: dict[str, dict[str, str]] = {}
        self._used: set[tuple[str, str]] = set()
        self._is_writing = False
        self._drafts = FormDrafts(kind, self, self, keeper, self)
        if keeper.is_on:
            kept(*fields.values())
        for name, field in fields.items():
            _changed(field).connect(partial(self._note, name))
        if reasons is not None:
            reasons.told.connect(self._note_reasons)
            if keeper.is_on:
                kept(reasons)

    @property
    def key(self) -> str | None:
        """The record that is shown."""
        return self._key

    def show(self, key: str, title: str, year: int = 0, **texts: str) -> None:
        """Shows the ``texts`` of the record ``key``, which ``title`` names, and over them what was typed before."""
        if key != self._key:
            self.said.emit("")
        if self._reasons is not None:
            self._reasons.turn_to(key)
        self._key, self._shown = key, {name: _plain(texts.get(name, "")) for name in self._fields}
        self._write({**self._shown, **self._typed.get(key, {})})
        self._compare()
        self._drafts.take_up(key, title, year)

    def put_away(self) -> None:
        """Shows no record; what was typed waits until its own is shown again."""
        if self._reasons is not None:
            self._reasons.turn_to("")
        self._key = None
        self._write({})

    def settle(self, *names: str) -> None:
        """The texts ``names`` of the record shown were used: they stay for this window, but no draft keeps them."""
        if self._key is not None:
            self._used.update((self._key, name) for name in names)
            self.typed_changed.emit(self._key)

    def spend(self, key: str, name: str, text: str) -> None:
        """The text ``name`` of the record ``key`` is saved as ``text``; what was typed on since stays."""
        if self._typed.get(key, {}).get(name, "").strip() == text:
            self._drop(key, [name])

    def forget(self, key: str) -> None:
        """All that was typed for the record ``key`` is saved or given up."""
        if self._reasons is not None:
            self._reasons.forget(key)
        self._drop(key, self._fields)

    def _drop(self, key: str, names: Iterable[str]) -> None:
        typed = self._typed.get(key, {})
        for name in names:
            typed.pop(name, None)
        if key == self._key:
            self._write({**self._shown, **typed})
        self.typed_changed.emit(key)

    def typed_for(self, key: str) -> dict[str, Any] | None:
        """What is typed for the record ``key`` and what it was typed over, as JSON can hold it."""
        typed = {name: text for name, text in self._typed.get(key, {}).items() if (key, name) not in self._used}
        reasons = self._reasons.typed_about(key) if self._reasons is not None else {}
        if not typed and not reasons:
            return None
        return {"values": typed, "base": self._bases[key], **({"reasons": reasons} if reasons else {})}

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Puts what :meth:`typed_for` gave before over the texts shown; whether those were others meanwhile."""
        base = typed["base"]
        own = {name: str(text) for name, text in typed["values"].items() if name in self._fields}
        self._write({**self._shown, **own})
        self._compare()
        if self._reasons is not None:
            self._reasons.put_over(typed.get("reasons") or {})
        self.typed_changed.emit(self._key or "")
        return any(self._shown[name] not in (base[name], text) for name, text in own.items())

    def say_kept(self, told: str) -> None:
        """Says when the draft was kept."""
        self.said.emit(told)

    def _note(self, name: str, _now: object = None) -> None:
        if not self._is_writing and self._key is not None:
            self._used.discard((self._key, name))
            self._compare()

    def _note_reasons(self) -> None:
        if not self._is_writing and self._key is not None:
            self.typed_changed.emit(self._key)

    def _compare(self) -> None:
        """Takes what differs from the texts shown for typed."""
        key = self._key
        if key is not None:
            before = self._typed.get(key, {})
            typed = {name: text for name, text in self._read().items() if text != self._shown[name]}
            self._typed[key], self._bases[key] = typed, self._shown
            if typed != before:
                self.typed_changed.emit(key)

    def _read(self) -> dict[str, str]:
        return {name: _text_of(field) for name, field in self._fields.items()}

    def _write(self, texts: Mapping[str, str]) -> None:
        self._is_writing = True
        for name, text in self._read().items():
            field, wanted = self._fields[name], texts.get(name, "")
            if text == wanted:
                continue
            _put(field, wanted)
        self.written.emit()
        self._is_writing = False


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").translate(_AS_SHOWN)


def _changed(field: Field) -> SignalInstance:
    if isinstance(field, QComboBox):
        return field.currentIndexChanged
    return field.toggled if isinstance(field, QCheckBox) else field.textChanged


def _text_of(field: Field) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or field.currentText())
    if isinstance(field, QCheckBox):
        return _ON if field.isChecked() else ""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put(field: Field, wanted: str) -> None:
    if isinstance(field, QComboBox):
        place = field.findData(wanted) if field.findData(wanted) >= 0 else field.findText(wanted)
        field.setCurrentIndex(max(place, 0))  # what is offered no more gives way to the first
    elif isinstance(field, QCheckBox):
        field.setChecked(wanted == _ON)
    elif isinstance(field, QLineEdit):
        field.setText(wanted)
    else:
        field.setPlainText(wanted)
