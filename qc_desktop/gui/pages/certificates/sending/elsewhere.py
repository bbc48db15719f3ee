"""已在别处打印 above the reconciliation: the button says how many, and is asked about in its place: the entry stays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label


class ElsewhereNote(QWidget):
    """The question. ``wanted`` carries the numbers that a person said lie on paper; ``button`` leads to it.

    What is asked about are the numbers at the time of asking, whatever is selected meanwhile.
    """

    wanted = Signal(object)

    def __init__(self, after: QWidget) -> None:
        super().__init__()
        self.button = button("", self._ask, "", "printer")
        self.button.setToolTip(
            self.tr("Notes that certificates which were not printed from here came out of another printer.")
        )
        self.about = label("", wrap=True)
        self.confirm = button("", self._confirm, "primary")
        self.back = button(self.tr("Leave everything as it is"), self.put_away)
        self.after = after
        self._numbers: tuple[str, ...] = ()
        self._asked: tuple[str, ...] = ()
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        for act in (self.confirm, self.back):
            row.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(buttons)
        self.hide()

    def offer(self, numbers: tuple[str, ...], *, are_selected: bool, is_possible: bool) -> None:
        """Offers to note ``numbers``; where the selection has none, the button says so by being grey."""
        self._numbers = numbers
        count = len(numbers)
        chosen, every = (
            self.tr("Printed elsewhere: %n selected…", "", count),
            self.tr("Printed elsewhere: all %n…", "", count),
        )
        none = self.tr("Printed elsewhere: none of those selected")
        self.button.setText(none if are_selected and not numbers else chosen if are_selected else every)
        if self.button.hasFocus() and not (numbers and is_possible):
            self.after.setFocus()
        self.button.setEnabled(bool(numbers))
        self.button.setVisible(is_possible)

    def put_away(self) -> None:
        """The question is no longer asked; focus that stood in it goes on to ``after``."""
        self._asked = ()
        if self.isAncestorOf(QApplication.focusWidget() or self.button):
            self.after.setFocus()
        self.hide()

    def _ask(self) -> None:
        self._asked = self._numbers
        count = len(self._asked)
        said = self.tr("Note %n certificate(s) as printed elsewhere? The print log keeps it: no undo.", "", count)
        self.about.setText(f"{said} {_named(self._asked)}")
        self.confirm.setText(self.tr("Note %n", "", count))
        self.show()
        self.back.setFocus()

    def _confirm(self) -> None:
        numbers = self._asked
        self.put_away()
        if numbers:
            self.wanted.emit(numbers)


def _named(numbers: tuple[str, ...]) -> str:
    """The numbers meant, of many the first and the last."""
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} … {numbers[-1]}"
