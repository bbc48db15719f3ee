"""What the settings lack for issuing, with the way there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from qc_desktop.gui.pages.certificates.model import Standing


class MissingSettings(MessageBar):
    """Stays until the settings are complete; its button calls ``go``."""

    def __init__(self, go: Callable[[], None]) -> None:
        super().__init__(closable=False)
        self._go = go
        self._missing: tuple[str, ...] = ()

    def show_standing(self, standing: Standing) -> None:
        """Says what is missing in an open year."""
        self._missing = standing.missing if standing.campaign_id else ()
        if not self._missing:
            self.clear()
            return
        if len(self._missing) > 1:
            sentence = self.tr("Nothing can be issued yet: the association's name and the link are missing.")
        elif "association_name" in self._missing:
            sentence = self.tr("Nothing can be issued yet: the association's name is missing.")
        else:
            sentence = self.tr("Nothing can be issued yet: the verification address is missing.")
        self.say(Tone.WARN, sentence, Action(self.tr("Go to the settings"), lambda: self._leave(standing)))

    def _leave(self, standing: Standing) -> None:
        self.show_standing(standing)  # using the action put it away
        self._go()
