"""换电脑: everything into one file for another PC."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.places import ask_file, documents, show_folder
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.passphrase import Passphrase, PassphraseWords
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.services.moving import content, packing
from qc_desktop.services.moving.content import Packed


def move_words() -> PassphraseWords:
    """What is said of the passphrase of a moving file."""
    translate = QCoreApplication.translate
    told = translate(
        "Moving",
        "Choose a passphrase for this file, at least 8 characters. The new PC asks for it. Do not send it the same "
        "way as the file.",
    )
    known = translate("Moving", "The passphrase that was chosen on the old PC.")
    return PassphraseWords(translate("Moving", "Passphrase of the file"), known, told)


class MovingSection(Section):
    """Asks for a passphrase and a place, packs, and says what to do next."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._target: Path | None = None
        self.passphrase = Passphrase(words=move_words())
        self.passphrase.show_state(known=False, unlocked=False)
        self.pack_button = button(self.tr("&Make the file…"), self.pack, "primary", "send")
        self.progress = ProgressPanel(context.words)
        self.outcome = label("", wrap=True)
        self.show_button = button(self.tr("Open the folder"), self._open, "", "folder-open")
        self._lay_out()
        self.passphrase.submitted.connect(self.pack)
        self._turn(done=False)

    def _lay_out(self) -> None:
        inside = self.add_card(self.tr("To a new PC"))
        told = self.tr(
            "Puts everything into one encrypted file: companies, pledges, certificates, scans, settings and what "
            'issuing needs. On the new PC choose "I have a file from the old PC" at the first start.'
        )
        for part in (label(told, wrap=True), self.passphrase, self.progress, self.outcome):
            inside.addWidget(part)
        row = FlowLayout(gap=8)
        row.addWidget(self.pack_button)
        row.addWidget(self.show_button)
        inside.addLayout(row)

    @override
    def refresh(self) -> None:
        """Nothing here changes by itself."""

    @override
    def take_focus(self) -> None:
        self.passphrase.take_focus()

    def pack(self) -> None:
        """Asks where the file goes and makes it."""
        typed, desk = self.passphrase.read(), self.desk
        if typed is None:
            return
        name = self.tr("For the new PC {day}").format(day=desk.office.today.isoformat()) + content.SUFFIX
        target = ask_file(self, self.tr("Where the file goes"), documents() / name, content.SUFFIX)
        if target is None:
            return
        self._target = target
        self._turn(done=False)
        self.trouble.clear()
        task = self.context.jobs.run(
            lambda: packing.pack_for_move(desk.office, target, typed), self._packed, self._not_packed
        )
        self.pack_button.setEnabled(False)
        task.ended.connect(lambda: self.pack_button.setEnabled(True))
        self.progress.watch(task, self.tr("Making the file"))

    def _packed(self, packed: Packed) -> None:
        self.passphrase.clear()
        told = self.tr(
            "The file is made: {file}. Take it to the new PC on a stick. From now on issue certificates there only: "
            "two PCs would give out the same numbers."
        )
        self.outcome.setText(told.format(file=breakable(str(self._target))))
        self._turn(done=True)
        bring_into_view(self.show_button)

    def _not_packed(self, error: UserError) -> None:
        if error.code.startswith("move.passphrase"):
            self.passphrase.refuse(self.context.words.of(error))
        else:
            self.refuse(error)

    def _open(self) -> None:
        if self._target is not None:
            show_folder(self._target.parent)

    def _turn(self, *, done: bool) -> None:
        self.outcome.setVisible(done)
        self.show_button.setVisible(done)
