"""The aspects of a company: one line each. The form is the first; the others stand in ASPECTS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext

FORM = "form"


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


@dataclass(frozen=True)
class Aspect:
    """A chip above the detail. ``factory`` imports and builds its view at the first visit."""

    id: str
    source: str
    factory: Callable[[PageContext], AspectView]

    @property
    def title(self) -> str:
        """The words of the chip in the language of the window."""
        return QCoreApplication.translate("CompanyAspects", self.source)


def _scans(context: PageContext) -> AspectView:
    from qc_desktop.gui.pages.companies.aspects.scans import ScansView

    return ScansView(context)


def _membership(context: PageContext) -> AspectView:
    from qc_desktop.gui.pages.companies.aspects.membership.view import MembershipView

    return MembershipView(context)


def _timeline(context: PageContext) -> AspectView:
    from qc_desktop.gui.pages.companies.aspects.timeline import TimelineView

    return TimelineView(context)


ASPECTS: tuple[Aspect, ...] = (
    Aspect("membership", str(QT_TRANSLATE_NOOP("CompanyAspects", "Member")), _membership),
    Aspect("timeline", str(QT_TRANSLATE_NOOP("CompanyAspects", "Timeline")), _timeline),
    Aspect("scans", str(QT_TRANSLATE_NOOP("CompanyAspects", "Scans")), _scans),
)
"""What there is beside the form, in the order of the chips."""
