"""How everything in the window speaks to the person: the message bar above the page, and the toast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from qc_desktop.gui.tokens import Tone
    from qc_desktop.gui.widgets.parts import Action


@dataclass(frozen=True)
class Said:
    """What is said above the page; with ``holds`` only as long as that is true."""

    tone: Tone
    text: str
    action: Action | None = None
    other: Action | None = None
    holds: Callable[[], bool] | None = None


class Speaker(QObject):
    """How pages speak to the person: through the message bar and the toast of the window."""

    said = Signal(object)  # Said
    toasted = Signal(str, object, object)  # sentence, two Actions or None
    hushed = Signal()
    year_wanted = Signal(int)
    language_wanted = Signal(str)
    records_wanted = Signal()

    def say(
        self,
        tone: Tone,
        text: str,
        action: Action | None = None,
        other: Action | None = None,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Puts a sentence above the page, where it stays until it is closed or replaced.

        With ``holds``, asked on the reader thread after every change, it goes away once it is no longer true.
        """
        self.said.emit(Said(tone, text, action, other, holds))

    def hush(self) -> None:
        """Puts away what was said above the page: it is no longer so."""
        self.hushed.emit()

    def toast(self, text: str, action: Action | None = None, other: Action | None = None) -> None:
        """Shows a sentence for a few seconds."""
        self.toasted.emit(text, action, other)

    def turn_to(self, year: int) -> None:
        """Turns the whole window to ``year``, as the choice in the top bar does."""
        self.year_wanted.emit(year)

    def speak(self, lang: str) -> None:
        """Has the whole window speak ``lang`` from now on."""
        self.language_wanted.emit(lang)

    def open_other_records(self) -> None:
        """Has the window leave for the records that were chosen meanwhile: the sample, or the real ones again."""
        self.records_wanted.emit()
