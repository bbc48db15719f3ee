"""What can be done with several companies at once, beside the list while several are selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.widgets.chosen_bar import ChosenBar
from qc_desktop.gui.widgets.parts import button


class SelectionBar(ChosenBar):
    """Says how many are selected and offers what fits them. ``everyone`` is the button that selects all.

    ``approve``, ``send_back``, ``pledge``, ``join`` and ``edit`` tell what a person wants done; ``add_to_list`` has a
    menu of lists, ``more`` one of everything else. ``in_review`` says on how many a verdict can be given.
    """

    approve = Signal()
    send_back = Signal()
    pledge = Signal()
    join = Signal()
    edit = Signal()

    def __init__(self, choose_everyone: Callable[[], None]) -> None:
        super().__init__()
        self._has_year = False
        self.in_review = 0
        self.everyone = button(self.tr("Select all"), choose_everyone, "plain", "list-checks")
        # a field that is typed into keeps its Ctrl+A
        QShortcut(QKeySequence.StandardKey.SelectAll, self.everyone, self.everyone.click)
        self._approve = button("", self.approve.emit, "", "check")
        self._send_back = button("", self.send_back.emit, "", "undo-2")
        self._pledge = button(self.tr("Enter their pledges"), self.pledge.emit, "", "file-check")
        self._pledge.setToolTip(self.tr("The year's clauses, for letters that came on paper; they go into review."))
        self._join = button(self.tr("Bring into the year"), self.join.emit, "", "plus")
        self.add_to_list = button(self.tr("Add to a list"), lambda: None, "", "chevron-down")
        self.more = button(self.tr("More"), lambda: None, "", "chevron-down")
        self._edit = button(self.tr("Change them…"), self.edit.emit, "", "pencil")
        self.add(self._approve, self._send_back, self._pledge, self._join, self._edit, self.add_to_list, self.more)
        self.show_in_review(0)

    def show_year(self, year: int) -> None:
        """Offers to bring companies into ``year``; 0 where none is open."""
        self._has_year = year > 0
        self._join.setText(self.tr("Bring into {year}").format(year=year))

    def show_scope(self, scope: Scope) -> None:
        """Shows what fits ``scope``; hides where fewer than two are selected."""
        self._pledge.setVisible(self._has_year and scope.may_pledge)
        self._join.setVisible(self._has_year and scope.may_join)
        self.show_count(scope.count, self.tr("%n selected", "", scope.count))

    def show_in_review(self, count: int) -> None:
        """Offers a verdict on the ``count`` companies that stand in review; where nobody does, none."""
        self.in_review = count if self._has_year else 0
        self._approve.setText(self.tr("Approve %n (F9)", "", count))
        self._send_back.setText(self.tr("Return %n (F10)", "", count))
        for part in (self._approve, self._send_back):
            part.setVisible(self.in_review > 0)
