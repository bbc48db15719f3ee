"""Bars at the foot of a page, outside what scrolls: the buttons of a long form are always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.lent_focus import LentFocus
from qc_desktop.gui.widgets.parts import button, label, restyle

_EDGES = (24, 8, 24, 8)
SAVING = ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")


class FootBar(QFrame):
    """A sentence and the buttons of ``view``; it is there while ``view`` is shown and it has something to offer.

    The last button is the main one: Ctrl+S and Ctrl+Enter click it.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self.setProperty("bar", "foot")
        self._view = view
        self._offers = True
        self._lent = LentFocus(self)
        self._told = label("", "muted", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*_EDGES)
        self._row.setSpacing(8)
        self._row.addWidget(self._told, 1)
        view.installEventFilter(self)
        self._arrange()

    def add(self, *buttons: QPushButton) -> None:
        """Puts ``buttons`` at the end, the main one last."""
        for one in buttons:
            self._row.addWidget(one)
        for keys in SAVING:
            QShortcut(QKeySequence(keys), self).activated.connect(buttons[-1].click)

    def shrink(self, small: bool) -> None:
        """Only the buttons, to stand in a row with others; or the bar again."""
        self._told.setHidden(small)
        self._row.setContentsMargins(*((0, 0, 0, 0) if small else _EDGES))
        self.setProperty("bar", "" if small else "foot")
        restyle(self)

    def say(self, sentence: str) -> None:
        """Shows ``sentence`` beside the buttons."""
        self._told.setText(sentence)

    def say_kept(self, told: str) -> None:
        """Says when the draft of what stands in the view was kept."""
        self.say(told)

    def offer(self, offers: bool) -> None:
        """Whether there is something to offer now."""
        self._offers = offers
        self._arrange()

    def _arrange(self) -> None:
        shown = self._offers and not self._view.isHidden()
        holds = self.isAncestorOf(QApplication.focusWidget() or self._view)
        if not shown and holds and not self._lent.give_back():
            self._view.setFocus()  # not where Qt goes next
        self.setVisible(shown)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return False


class UnsavedBar(FootBar):
    """Appears with the first change in ``view`` that is not saved, and holds the ways to save it or give it up.

    ``changed`` tells that something is unsaved now, or is no more. ``is_kept`` is set where a draft of it outlives the
    window.
    """

    save_wanted = Signal()
    discard_wanted = Signal()
    changed = Signal()

    def __init__(self, view: QWidget, save_words: str) -> None:
        super().__init__(view)
        self.discard_button = button(self.tr("Discard changes"), self.discard_wanted.emit)
        self.save_button = button(save_words, self.save_wanted.emit, "primary", "save")
        self.add(self.discard_button, self.save_button)
        self.is_kept = False
        self.say_kept("")
        self.offer(False)

    @override
    def say_kept(self, told: str) -> None:
        """Adds ``told``, when the draft was kept, to what the bar says."""
        unsaved = self.tr("There are changes that are not saved yet.")
        self.say(f"{unsaved} {told}".rstrip())

    @property
    def is_unsaved(self) -> bool:
        """Whether something is not saved."""
        return self._offers

    def show_unsaved(self, unsaved: bool) -> None:
        """Shows whether something in the view is not saved."""
        if unsaved != self._offers:
            self.say_kept("")
            self.offer(unsaved)
            self.changed.emit()
