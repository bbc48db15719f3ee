"""Filters beyond the chips: pick from several, each becomes a word that a click takes away again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.companies.filter_pickers import FilterPickers
from qc_desktop.gui.pages.companies.narrowing import (
    CUSTOM,
    Condition,
    conditions,
    with_condition,
    with_own,
    without_condition,
)
from qc_desktop.gui.pages.companies.own_filter import OwnFilter
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, literal
from qc_desktop.gui.widgets.picker import Picker
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members.fields import FieldRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.choices import Choices
    from qc_desktop.messages import Messages


class FilterPanel(QWidget):
    """``changed`` tells that a person picked or took away a condition of ``wanted``.

    The pickers are made when :meth:`unfold` first shows them; the words of what is picked always are shown.
    """

    changed = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.wanted = CompanyFilter()
        self._choices: Choices | None = None
        self._has_year = False
        self._known: dict[str, FieldRow] = {}
        self._told = QWidget()
        self._row = FlowLayout(self._told)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._told)
        self.show_wanted(self.wanted)

    @cached_property
    def _pickers(self) -> FilterPickers:
        made = FilterPickers(self._words)
        made.picked.connect(self._pick)
        made.hide()
        self._column.insertWidget(0, made)
        made.offer(self._choices)
        made.offer_own(tuple(self._known.values()))
        made.show_year(self._has_year)
        return made

    @cached_property
    def own(self) -> OwnFilter:
        """Asks for one of the association's own fields, in the place of the pickers."""
        made = OwnFilter(self._words)
        made.asked.connect(lambda asked: self._take(with_own(self.wanted, asked)))
        made.closed.connect(self._end_own)
        self._column.insertWidget(self._column.count() - 1, made)
        return made

    @property
    def pickers(self) -> dict[str, Picker]:
        """The pickers by the field of :class:`CompanyFilter`."""
        return self._pickers.by_field

    def _is_made(self, part: str) -> bool:
        return part in vars(self)

    def offer(self, choices: Choices) -> None:
        """Offers the provinces and industries of ``choices``."""
        self._choices = choices
        if self._is_made("_pickers"):
            self._pickers.offer(choices)

    def show_own(self, fields: Sequence[FieldRow]) -> None:
        """Offers the association's own ``fields``; retired ones have their words and are not offered."""
        known = {field.id: field for field in fields}
        if known != self._known:
            self._known = known
            if self._is_made("_pickers"):
                self._pickers.offer_own(fields)
            self.show_wanted(self.wanted)

    def show_year(self, has_year: bool) -> None:
        """Stages and certificates are those of a year: without one they are not offered."""
        self._has_year = has_year
        if self._is_made("_pickers"):
            self._pickers.show_year(has_year)

    @property
    def is_unfolded(self) -> bool:
        """Whether the pickers are shown, or what stands in their place."""
        return any(self._is_made(part) and not getattr(self, part).isHidden() for part in ("_pickers", "own"))

    def unfold(self, shown: bool) -> None:
        """Shows or hides the pickers; the focus goes to the first."""
        if self._is_made("own"):
            self.own.hide()
        if shown or self._is_made("_pickers"):
            self._pickers.setVisible(shown)
        self.setVisible(shown or self._has_words)
        if shown:
            self.pickers["province_codes"].setFocus()

    @property
    def _has_words(self) -> bool:
        return next(self._conditions(), None) is not None

    def _conditions(self) -> Iterator[Condition]:
        return conditions(self.wanted, self._words, self._known)

    def show_wanted(self, wanted: CompanyFilter) -> None:
        """Shows the words of ``wanted``."""
        self.wanted = wanted
        while (item := self._row.takeAt(0)) is not None:
            gone = item.widget()
            gone.hide()
            gone.deleteLater()
        picked = list(self._conditions())
        for condition in picked:
            self._row.addWidget(self._word(condition))
        if picked:
            self._row.addWidget(button(self.tr("Clear all"), self.clear, "plain"))
        self._told.setVisible(bool(picked))
        self.setVisible(self.is_unfolded or bool(picked))
        self._told.updateGeometry()

    def clear(self) -> None:
        """Takes every condition away; a list stays the list it is."""
        self._take(CompanyFilter(list_id=self.wanted.list_id))

    def _word(self, condition: Condition) -> QWidget:
        made = button(literal(condition.words), partial(self._drop, condition), "chip", "x")
        made.setAccessibleName(self.tr("Without this condition: {words}").format(words=condition.words))
        made.setToolTip(made.accessibleName())
        return made

    def _drop(self, condition: Condition) -> None:
        self._take(without_condition(self.wanted, condition))

    def _pick(self, field: str, value: str) -> None:
        if field == CUSTOM:
            self._start_own(self._known[value])
        else:
            self._take(with_condition(self.wanted, field, value))

    def _start_own(self, field: FieldRow) -> None:
        """Asks for an own field in the place of the pickers: on a low screen both would leave no row in sight."""
        self._pickers.hide()
        self.own.start(field)

    def _end_own(self) -> None:
        self._pickers.show()
        self.pickers[CUSTOM].setFocus()

    def _take(self, wanted: CompanyFilter) -> None:
        self.show_wanted(wanted)
        self.changed.emit()
