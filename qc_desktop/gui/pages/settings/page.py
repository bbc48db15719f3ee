"""The settings put together: one section at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.settings.about import AboutSection
from qc_desktop.gui.pages.settings.backup import BackupSection
from qc_desktop.gui.pages.settings.fonts import FontsSection
from qc_desktop.gui.pages.settings.health import HealthSection
from qc_desktop.gui.pages.settings.members import MembersSection
from qc_desktop.gui.pages.settings.moving import MovingSection
from qc_desktop.gui.pages.settings.office import OfficeSection
from qc_desktop.gui.pages.settings.passphrase import PassphraseSection
from qc_desktop.gui.pages.settings.pc import PcSection
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.pages.settings.site import SiteSection
from qc_desktop.gui.pages.settings.texts import TextsSection
from qc_desktop.gui.pages.settings.typed_section import TypedSection
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.parts import button

_MAKERS: Mapping[str, type[Section]] = {
    "office": OfficeSection,
    "members": MembersSection,
    "texts": TextsSection,
    "fonts": FontsSection,
    "pc": PcSection,
    "backup": BackupSection,
    "moving": MovingSection,
    "passphrase": PassphraseSection,
    "site": SiteSection,
    "health": HealthSection,
    "about": AboutSection,
}


class SettingsPage(Page):
    """Sections by id: office, members, texts, fonts, pc, backup, moving, passphrase, site, health, about.

    ``open_item`` opens one; ``backup:restore`` leads on to the list of backups, ``backup:second`` to the second copy,
    ``health:register`` to the register. A section is made at its first visit.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Settings and backup"))
        self.sections: dict[str, Section] = {}
        words = (
            self.tr("Association"),
            self.tr("Members"),
            self.tr("Texts"),
            self.tr("Fonts"),
            self.tr("This PC"),
            self.tr("Backup"),
            self.tr("New PC"),
            self.tr("Issuing passphrase"),
            self.tr("Check site"),
            self.tr("Check-up"),
            self.tr("About"),
        )
        self.chips = FilterChips([Chip(key, word) for key, word in zip(_MAKERS, words, strict=True)])
        self.chips.chosen.connect(self._show)
        self.say_below_title(self.tr("What certificates say, this PC, backups and the issuing passphrase."))
        history = button(self.tr("History of changes"), lambda: context.go("history", ""), "", "history")
        self.head_actions.addWidget(history)
        self._places = QVBoxLayout()
        self.body.addWidget(self.chips)
        self.body.addLayout(self._places)
        self.body.addStretch(1)
        self._make("office")

    def _make(self, key: str) -> Section:
        section = _MAKERS[key](self.context)
        if isinstance(section, HealthSection):
            section.led_to.connect(self.open_item)
        if isinstance(section, TypedSection):
            self.add_foot(section.bar)
        row = QHBoxLayout()  # a row knows how high the section is at its greatest width
        row.addWidget(section, 1)
        row.addStretch(0)
        self._places.addLayout(row)
        self.sections[key] = section
        return section

    @override
    def refresh(self) -> None:
        self.sections[self.chips.current].refresh()

    @override
    def open_item(self, key: str) -> None:
        section, _, part = key.partition(":")
        self.chips.choose(section)
        self.sections[section].lead_to(part)

    @property
    @override
    def place(self) -> str:
        return self.chips.current

    @property
    @override
    def entrance(self) -> QWidget:
        return self.chips.marked

    @override
    def _bring_forward(self, part: QWidget) -> None:
        self.open_item(next(key for key, section in self.sections.items() if section.isAncestorOf(part)))

    @override
    def _lead_to_form(self) -> None:
        forms = {key: section.bar for key, section in self.sections.items() if isinstance(section, TypedSection)}
        self.open_item(next((key for key, bar in forms.items() if bar.is_unsaved), "office"))

    def _show(self, key: str) -> None:
        shown = self.sections.get(key) or self._make(key)
        for section in self.sections.values():
            section.setVisible(section is shown)
        self.begin_at_top()
        shown.refresh()
        shown.take_focus()
