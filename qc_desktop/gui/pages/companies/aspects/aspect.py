"""What every aspect of a company is: a view of its own below the company's name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class AspectView(QWidget):
    """One aspect of one company, below the company's name; it scrolls by itself where it may need more height.

    ``unsaved_changed`` tells that :attr:`is_unsaved` may differ.
    """

    unsaved_changed = Signal()

    @property
    def unsaved_company(self) -> str:
        """The id of a company of which something typed here is not saved, empty where nothing is."""
        return ""

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed here is not saved, of whichever company."""
        return bool(self.unsaved_company)

    @property
    def would_lose(self) -> bool:
        """Whether closing the window would lose something typed here, because no draft keeps it."""
        return self.is_unsaved

    def show_company(self, company_id: str, campaign_id: str) -> None:
        """Shows the company as it stands in the campaign ('' where no year is open).

        Called while the view is seen: with another company, and with the same one after something changed. What is
        typed and not saved stays, and is there again when its company is.
        """
        raise NotImplementedError

    def save(self) -> None:
        """Saves what is typed here: Ctrl+S and Ctrl+Enter, while :attr:`is_unsaved`."""

    def leave(self) -> None:
        """Called when the view, or its company, is no longer seen: what was shown on request is hidden again."""
