"""PDF签名: whether files of certificates are signed, and what such a signature is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.services import document_signing
from qc_desktop.services.document_signing import Standing, Way

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.pages.settings.section import Section


class SignatureCard(QWidget):
    """What is chosen holds at once, and can be taken back."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self._standing = Standing()
        told = self.tr(
            "Files that are sent, one certificate each, can carry a digital signature: PDF readers then show whether "
            "the file was changed. It is not a lawful electronic seal: that needs a certificate from a licensed "
            "authority (CA). The association's own stamp is unknown to readers, and they say so."
        )
        self.way = FilterChips(
            [
                Chip(Way.OFF.value, self.tr("Not signed")),
                Chip(Way.OWN.value, self.tr("Own signing stamp")),
                Chip(Way.FILE.value, self.tr("Certificate file of an authority")),
            ]
        )
        self.way.chosen.connect(self._pick)
        self.state = label("", wrap=True)
        self.choose_button = button(self.tr("Choose the certificate file…"), self.ask_file, "", "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = FlowLayout(gap=8)
        row.addWidget(self.choose_button)
        for part in (label(told, wrap=True), self.way, self.state):
            column.addWidget(part)
        column.addLayout(row)

    def show_standing(self, now: Standing) -> None:
        """Shows what holds."""
        self._standing = now
        self.way.mark(now.way.value)
        self.way.setEnabled(now.is_installed)
        self.choose_button.setVisible(now.way is Way.FILE)
        self.state.setText(self._words(now))
        set_tone(self.state, Tone.WARN if now.way is Way.FILE and not now.is_there else None)

    def _words(self, now: Standing) -> str:
        if not now.is_installed:
            return self.tr("The part that signs is not installed on this PC.")
        match now.way:
            case Way.OFF:
                return self.tr("Files carry the label and their record, and no signature.")
            case Way.OWN:
                return self.tr("Files are signed with the association's own stamp; the issuing passphrase opens it.")
            case Way.FILE:
                missing = self.tr("The certificate file {file} is not there. Plug in its stick, or choose it again.")
                there = self.tr("Files are signed with {file}; its password is asked for once a day.")
                return (there if now.is_there else missing).format(file=breakable(now.file))

    def _pick(self, key: str) -> None:
        chosen = Way(key)
        if chosen is Way.FILE and not self._standing.file:
            self.ask_file()
        else:
            self.choose(chosen)

    def ask_file(self) -> None:
        """Asks for the certificate file, and signs with it from then on."""
        title = self.tr("Choose the certificate file")
        start = self._standing.file or str(documents())
        path, _ = QFileDialog.getOpenFileName(self, title, start, f"{title} (*.p12 *.pfx)")
        if path:
            self.choose(Way.FILE, Path(path))
        else:
            self.way.mark(self._standing.way.value)

    def choose(self, chosen: Way, file: Path | None = None) -> None:
        """Signs in the way ``chosen`` from now on."""
        office = self._section.desk.office
        self._section.do_change(lambda: document_signing.choose(office, chosen, file), self._chosen, self._refuse)

    def _chosen(self, chosen: Way) -> str:
        self._section.refresh()
        said = {
            Way.OFF: self.tr("Files are not signed from now on."),
            Way.OWN: self.tr("Files are signed with the own stamp from now on."),
            Way.FILE: self.tr("Files are signed with the certificate file from now on."),
        }
        return said[chosen]

    def _refuse(self, error: UserError) -> None:
        self.way.mark(self._standing.way.value)
        self._section.refuse(error)
