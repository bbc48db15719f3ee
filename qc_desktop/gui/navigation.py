"""The pages of the window, in the order of the sidebar. A new screen is a folder in pages/ and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import Page, PageContext

Factory = Callable[["PageContext"], "Page"]


@dataclass(frozen=True)
class Entry:
    """A page: a line of the sidebar, unless it is reached from elsewhere (``in_sidebar``).

    ``factory`` imports and builds it at its first visit. ``within`` is the page of the sidebar that it belongs to.
    """

    id: str
    source: str
    icon: str
    shortcut: str
    factory: Factory
    at_foot: bool = False
    in_sidebar: bool = True
    within: str = ""

    @property
    def title(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Navigation", self.source)


def _home(context: PageContext) -> Page:
    from qc_desktop.gui.pages.home.page import HomePage

    return HomePage(context)


def _companies(context: PageContext) -> Page:
    from qc_desktop.gui.pages.companies.page import CompaniesPage

    return CompaniesPage(context)


def _campaign(context: PageContext) -> Page:
    from qc_desktop.gui.pages.campaign.page import CampaignPage

    return CampaignPage(context)


def _certificates(context: PageContext) -> Page:
    from qc_desktop.gui.pages.certificates.page import CertificatesPage

    return CertificatesPage(context)


def _desk(context: PageContext) -> Page:
    from qc_desktop.gui.pages.desk.page import DeskPage

    return DeskPage(context)


def _settings(context: PageContext) -> Page:
    from qc_desktop.gui.pages.settings.page import SettingsPage

    return SettingsPage(context)


def _history(context: PageContext) -> Page:
    from qc_desktop.gui.pages.history.page import HistoryPage

    return HistoryPage(context)


def _layouts(context: PageContext) -> Page:
    from qc_desktop.gui.pages.layouts.page import LayoutsPage

    return LayoutsPage(context)


def _labels(context: PageContext) -> Page:
    from qc_desktop.gui.pages.labels.page import LabelsPage

    return LabelsPage(context)


def _help(context: PageContext) -> Page:
    from qc_desktop.gui.pages.help.page import HelpPage

    return HelpPage(context)


PAGES: tuple[Entry, ...] = (
    Entry("home", str(QT_TRANSLATE_NOOP("Navigation", "Home")), "house", "Ctrl+1", _home),
    Entry(
        "companies", str(QT_TRANSLATE_NOOP("Navigation", "Companies and pledges")), "building-2", "Ctrl+2", _companies
    ),
    Entry("campaign", str(QT_TRANSLATE_NOOP("Navigation", "Campaign")), "calendar-days", "Ctrl+3", _campaign),
    Entry("certificates", str(QT_TRANSLATE_NOOP("Navigation", "Issue and print")), "award", "Ctrl+5", _certificates),
    Entry("desk", str(QT_TRANSLATE_NOOP("Navigation", "Verification desk")), "shield-check", "Ctrl+6", _desk),
    Entry(
        "settings", str(QT_TRANSLATE_NOOP("Navigation", "Settings and backup")), "settings", "Ctrl+8", _settings, True
    ),
    Entry(
        "history",
        str(QT_TRANSLATE_NOOP("Navigation", "History of changes")),
        "history",
        "Ctrl+H",
        _history,
        in_sidebar=False,
    ),
    Entry(
        "layouts",
        str(QT_TRANSLATE_NOOP("Navigation", "Layouts")),
        "file-check",
        "",
        _layouts,
        in_sidebar=False,
        within="certificates",
    ),
    Entry(
        "labels",
        str(QT_TRANSLATE_NOOP("Navigation", "Labels")),
        "package-search",
        "",
        _labels,
        in_sidebar=False,
        within="certificates",
    ),
    Entry("help", str(QT_TRANSLATE_NOOP("Navigation", "Manual")), "info", "F1", _help, in_sidebar=False),
)
"""The window's pages. 产品调查 (Ctrl+4) and 消费者反馈 (Ctrl+7) keep their places until they are built."""
