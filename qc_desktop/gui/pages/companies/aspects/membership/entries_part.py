"""What terms and dues have in common: lines one below the other, of which one at a time is in a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.membership.entry_form import EntryForm
from qc_desktop.gui.pages.companies.aspects.membership.part import Part
from qc_desktop.gui.pages.companies.differing import empty, said_now
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.form_values import Value, plain
from qc_desktop.gui.widgets.parts import button

Row = TypeVar("Row")


@dataclass(frozen=True)
class EntryDraft(Generic[Row]):
    """An entry as it is typed over ``row``, or a new one where that is None."""

    row: Row | None
    values: dict[str, Value]


Form = TypeVar("Form", bound=EntryForm)


class EntriesPart(Part, Generic[Row, Form]):
    """``idle`` is shown while the form is closed: the ways to open it, above all the years that a company may have."""

    def __init__(self, context: PageContext, form: Form) -> None:
        super().__init__(context)
        self.row: Row | None = None
        self._rows: tuple[Row, ...] = ()
        self._is_typed = False
        self._list = QWidget()
        self.idle = QWidget()
        self.form = form
        for part in (self.idle, self._list, form):
            self.column.addWidget(part)
        form.edited.connect(self._note)
        form.save_wanted.connect(self.save)
        form.given_up.connect(self.close_form)
        self.close_form()

    @property
    @override
    def draft(self) -> EntryDraft[Row] | None:
        return EntryDraft(self.row, self.form.values.read()) if self._is_typed else None

    @override
    def begin(self, company_id: str) -> None:
        super().begin(company_id)
        self.close_form()
        self.show_list(())

    @override
    def put_back(self, draft: Any) -> None:
        self.open_form(draft.row, draft.values)
        self._note()

    @override
    def as_plain(self, draft: Any) -> Any:
        base = self.values_of(draft.row) if draft.row else {}
        return {"over": self.mark(draft.row) if draft.row else None, "values": draft.values, "base": base}

    @override
    def take_up(self, kept: Any) -> bool:
        over = tuple(kept["over"]) if kept["over"] else None
        row = next((row for row in self._rows if over and self.mark(row)[0] == over[0]), None)
        base, values = (
            {name: plain(value) for name, value in kept.get(part, {}).items()} for part in ("base", "values")
        )
        typed = {name: value for name, value in values.items() if value != base.get(name)}
        self.open_form(row, values)
        differing = self._put_typed(row, base, typed)
        self._note()
        is_changed = over != (self.mark(row) if row else None)
        if is_changed:
            self._say_changed(row, differing)
        return is_changed

    def _put_typed(self, row: Row | None, base: dict[str, Value], typed: dict[str, Value]) -> dict[str, str]:
        """Shows ``row`` as it is stored by now, the ``base`` where it is gone, with what was ``typed`` over the base.

        Gives the fields that say otherwise by now, by their labels, and what they say.
        """
        stored = self.values_of(row) if row is not None else base
        self.form.write(stored, stored=row is not None)
        differing = [name for name, text in typed.items() if stored.get(name, "") not in (base.get(name), text)]
        said = {self.form.label(name): self.form.values.text(name) or empty() for name in differing if row is not None}
        self.form.write({**stored, **typed}, stored=row is not None)
        return said

    def _say_changed(self, row: Row | None, differing: dict[str, str]) -> None:
        self.bar.say(Tone.WARN, "\n".join(filter(None, [self._told(row), said_now(differing)])))

    def mark(self, row: Row) -> tuple[str, int]:
        """What tells ``row`` from the others in a draft, and its version."""
        raise NotImplementedError

    def values_of(self, row: Row) -> dict[str, Value]:
        """What the form shows of ``row``."""
        raise NotImplementedError

    def line(self, row: Row) -> QWidget:
        """How ``row`` stands in the list."""
        raise NotImplementedError

    def show_list(self, rows: Sequence[Row]) -> None:
        """Shows ``rows`` in the place of those that were shown."""
        self._rows = tuple(rows)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in rows:
            column.addWidget(self.line(row))
        self.column.replaceWidget(self._list, made)
        self._list.hide()
        self._list.deleteLater()
        self._list = made
        if self.row is not None and not self.form.isHidden():
            self._look_again(self.row)

    def _look_again(self, before: Row) -> None:
        """The entry in the form as it is stored by now, with what was typed over it as it was ``before``."""
        row = next((row for row in self._rows if self.mark(row)[0] == self.mark(before)[0]), None)
        if row is not None and self.mark(row) == self.mark(before):
            return
        if not self._is_typed and row is None:
            self.close_form()
            return
        self.row = row
        shown, was = self.form.values.read(), self.values_of(before)
        typed = {name: value for name, value in shown.items() if self._is_typed and value != was[name]}
        differing = self._put_typed(row, was, typed)
        if self._is_typed:
            self._say_changed(row, differing)
        self.edited.emit()

    def _told(self, row: Row | None) -> str:
        if row is None:
            return self.tr("This entry was removed meanwhile. Saving what you typed adds it again.")
        return self.tr("This entry was changed meanwhile. What you typed is shown over it as it is now. Compare first.")

    def open_form(self, row: Row | None, values: dict[str, Value]) -> None:
        """Opens the form with ``values``, over ``row`` or for a new entry."""
        self.row = row
        self.form.write(values, stored=row is not None)
        self._is_typed = False
        self.form.show()
        self.idle.hide()
        self.form.start(stored=row is not None)
        self.opened.emit(self.form)
        self.edited.emit()

    def close_form(self) -> None:
        """Closes the form; nothing is typed any more."""
        self.form.hide()  # a field that is left tidies itself, which is no typing
        self._is_typed = False
        self.idle.show()
        self.edited.emit()

    def _note(self) -> None:
        self._is_typed = True
        self.edited.emit()


def entry_line(said: Sequence[QWidget], change: str, about: str, act: Callable[[], None]) -> QWidget:
    """A line of the list: what is ``said`` of an entry, and the button that changes it."""
    pencil = button(change, act, "plain", "pencil")
    pencil.setAccessibleName(f"{change} {about}")
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    words = QVBoxLayout()
    words.setSpacing(0)
    for each in said:
        words.addWidget(each)
    line.addLayout(words, 1)
    line.addWidget(pencil)
    return made
