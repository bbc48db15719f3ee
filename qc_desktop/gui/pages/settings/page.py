"""The settings put together: one section at a time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.settings.about import AboutSection
from qc_desktop.gui.pages.settings.backup import BackupSection
from qc_desktop.gui.pages.settings.health import HealthSection
from qc_desktop.gui.pages.settings.office import OfficeSection
from qc_desktop.gui.pages.settings.passphrase import PassphraseSection
from qc_desktop.gui.pages.settings.pc import PcSection
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips


class SettingsPage(Page):
    """Sections by id: office, pc, backup, passphrase, health, about. ``open_item`` opens one."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Settings and backup"))
        health = HealthSection(context)
        health.led_to.connect(self.open_item)
        self.sections: dict[str, Section] = {
            "office": OfficeSection(context),
            "pc": PcSection(context),
            "backup": BackupSection(context),
            "passphrase": PassphraseSection(context),
            "health": health,
            "about": AboutSection(context),
        }
        words = (
            self.tr("Association"),
            self.tr("This PC"),
            self.tr("Backup"),
            self.tr("Issuing passphrase"),
            self.tr("Check-up"),
            self.tr("About"),
        )
        self.chips = FilterChips([Chip(key, word) for key, word in zip(self.sections, words, strict=True)])
        self.chips.chosen.connect(self._show)
        self.say_below_title(self.tr("What stands on certificates, this PC, backups and the issuing passphrase."))
        self.body.addWidget(self.chips)
        for section in self.sections.values():
            row = QHBoxLayout()  # a row knows how high the section is at its greatest width
            row.addWidget(section, 1)
            row.addStretch(0)
            self.body.addLayout(row)
            section.hide()
        self.body.addStretch(1)
        self.sections["office"].show()

    @override
    def refresh(self) -> None:
        self.sections[self.chips.current].refresh()

    @override
    def open_item(self, key: str) -> None:
        self.chips.choose(key)

    def _show(self, key: str) -> None:
        for name, section in self.sections.items():
            section.setVisible(name == key)
        self.sections[key].refresh()
