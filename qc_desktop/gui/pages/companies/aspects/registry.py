"""The aspects of a company: one line each. The form is the first; the others stand in ASPECTS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.companies.aspects.aspect import AspectView

FORM = "form"


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


def _labels(context: PageContext) -> AspectView:
    from qc_desktop.gui.pages.companies.aspects.labels import LabelsAspect

    return LabelsAspect(context)


ASPECTS: tuple[Aspect, ...] = (
    Aspect("membership", str(QT_TRANSLATE_NOOP("CompanyAspects", "Member")), _membership),
    Aspect("timeline", str(QT_TRANSLATE_NOOP("CompanyAspects", "Years")), _timeline),
    Aspect("scans", str(QT_TRANSLATE_NOOP("CompanyAspects", "Scans")), _scans),
    Aspect("labels", str(QT_TRANSLATE_NOOP("CompanyAspects", "Labels")), _labels),
)
"""What there is beside the form, in the order of the chips."""
