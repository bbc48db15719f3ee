"""The line above a layout at work: which it is, what is seen of it, for whom, a step back and on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qc_desktop.gui.pages.layouts.editor.value_fields import narrow
from qc_desktop.gui.pages.layouts.keys import PAGE, WORDING
from qc_desktop.gui.pages.layouts.leaves import Leaves
from qc_desktop.gui.widgets.elided import Elided
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.parts import button, icon_button
from qc_desktop.services.layouts.previewing import Whose

if TYPE_CHECKING:
    from qc_desktop.gui.widgets.foot_bar import UnsavedBar

_WIDE = 900
"""Pixels from which on the head has room for all words."""
_SHORT = 7
"""Characters that the choice of a record shows at least."""
_AIR = 90
"""Pixels of edges and gaps in the head."""
_ARROW = 52
"""Pixels of a list's edges and arrow."""
_GAP, _LOW_GAP = 8, 4


class BenchHead(QWidget):
    """``left`` tells that a person goes back, ``use_wanted`` that the layout is to be used, ``stepped`` by -1 or 1."""

    left = Signal()
    use_wanted = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tabs = FilterChips([Chip(WORDING, self.tr("Wording")), Chip(PAGE, self.tr("Page"))])
        self.back = _named(button(self.tr("Back to the layouts"), self.left.emit, "plain", "arrow-left"))
        self.called = Elided("section")
        self.undo = icon_button("rotate-ccw", self.tr("Step back"), lambda: self.stepped.emit(-1))
        self.redo = icon_button("rotate-cw", self.tr("Step forward"), lambda: self.stepped.emit(1))
        self.use = _named(button(self.tr("Use it from now on"), self.use_wanted.emit, "", "check"))
        keep_room(self.use, True)  # nothing below the mouse moves when it appears
        self.use.hide()
        self.whose = QComboBox()
        self.whose.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.whose.setAccessibleName(self.tr("Whose page is shown"))
        self.leaves = Leaves()
        self._room = _WIDE
        self._lay_out()

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.back)
        row.addWidget(self.called, 1)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.leaves)
        row.addWidget(self.whose, 3)
        for part in (self.use, self.undo, self.redo):
            row.addWidget(part)

    def width_with(self, foot: UnsavedBar) -> int:
        """The least width of the head with the ways to save in it, in pixels."""
        icons = (self.undo,) * 4  # back, in use, undo and redo
        parts = (self.tabs, *icons, foot.discard_button, foot.save_button)
        choice = _SHORT * self.fontMetrics().horizontalAdvance("x") + _ARROW
        return choice + _AIR + sum(part.sizeHint().width() + 8 for part in parts)

    def turn(self, foot: UnsavedBar, below: QBoxLayout, *, low: bool, beside: bool) -> None:
        """In a ``low`` window icons do; the ways to save stand ``beside`` what is here, or ``below`` the page."""
        (self._row if beside else below).addWidget(foot)
        foot.shrink(beside)
        self._row.setSpacing(_LOW_GAP if low else _GAP)
        self.back.setText("" if low else self.back.accessibleName())

    def fit(self, room: int = 0) -> None:
        """In so much ``room``, else as much as before: the choice of a record is as wide as its words where it can be,
        and as much of the layout's name is seen as there is room for. Whether it is saved or in use changes nothing."""
        self._room = room or self._room
        self.tabs.setMinimumWidth(self.tabs.sizeHint().width())
        if self._room < _WIDE:
            narrow(self.whose).setMinimumContentsLength(_SHORT)
        else:
            self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.called.hide()
        named = self.called.least_width + 2 * self._row.spacing()
        self.use.setText(self.use.accessibleName())
        if self._least() + named > self._room:
            self.use.setText("")
        self.called.setVisible(self._least() + named <= self._room)

    def _least(self) -> int:
        """What everything that is shown takes at least, in pixels."""
        return self._row.minimumSize().width()

    def name(self, text: str) -> None:
        """Which layout is at work."""
        self.called.show_text(text)

    def offer(self, holders: Mapping[Whose, str], invented: tuple[Whose, ...]) -> None:
        """Offers the ``holders`` whose record can be shown, and the ``invented``; who was chosen stays."""
        said = {
            Whose.SAMPLE: self.tr("Invented company"),
            Whose.BARE: self.tr("Only what must be there"),
            Whose.LONGEST: self.tr("Longest name"),
            Whose.SHORTEST: self.tr("Shortest name"),
            Whose.RAREST: self.tr("Rarest characters"),
        }
        held = self.whose.currentData()
        self.whose.clear()
        for whose, word in said.items():
            if whose in holders or whose in invented:
                self.whose.addItem(word, whose)
        self.whose.setCurrentIndex(max(0, self.whose.findData(held)))
        widest = max(map(self.whose.fontMetrics().horizontalAdvance, said.values()))
        self.whose.setMaximumWidth(widest + _ARROW)

    def show_use(self, offered: bool) -> None:
        """Whether the layout can be put to use; focus that stood on that goes on to the views."""
        if not offered and self.use.hasFocus():
            self.tabs.marked.setFocus()  # else it would wander to whatever comes behind a hidden button
        self.use.setVisible(offered)


def keep_room(part: QWidget, kept: bool) -> None:
    """Whether ``part`` has its room while it is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    part.setSizePolicy(policy)


def _named(part: QPushButton) -> QPushButton:
    """``part`` keeps its words as name and tool tip where only its icon has room."""
    part.setAccessibleName(part.text())
    part.setToolTip(part.text())
    return part
