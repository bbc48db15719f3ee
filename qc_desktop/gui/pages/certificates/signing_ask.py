"""What signing the files needs to be typed: the issuing passphrase, or the password of a certificate file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.errors import UserError
from qc_desktop.gui.widgets.passphrase import Passphrase, PassphraseWords, issuing_words
from qc_desktop.services.document_signing import Way

REFUSED = ("keys.wrong_passphrase", "pdf_signature.wrong_password")


def file_words() -> PassphraseWords:
    """The words of the password of a certificate file."""
    translate = QCoreApplication.translate
    about = translate("SigningAsk", "Every file is signed with the certificate file; its password opens it for today.")
    given = translate("SigningAsk", "Every file is signed with the certificate file, whose password was given today.")
    return PassphraseWords(translate("SigningAsk", "Password of the certificate file"), about, about, given)


def own_words() -> PassphraseWords:
    """The words of the issuing passphrase where it opens what files are signed with."""
    translate = QCoreApplication.translate
    about = translate(
        "SigningAsk", "Every file is signed with the own stamp; the issuing passphrase opens it for today."
    )
    given = translate("SigningAsk", "Every file is signed with the own stamp; the issuing passphrase was given today.")
    return PassphraseWords(issuing_words().name, about, about, given)


class SigningAsk(QWidget):
    """Shown where files are signed. ``submitted`` tells that Return was pressed."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked = {Way.OWN: Passphrase(words=own_words()), Way.FILE: Passphrase(words=file_words())}
        self._way = Way.OFF
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in self.asked.values():
            part.submitted.connect(self.submitted)
            column.addWidget(part)
        self.show_way((Way.OFF, False))

    def show_way(self, told: tuple[Way, bool]) -> None:
        """Asks for what the way needs, unless it was given today."""
        self._way, is_open = told
        for way, part in self.asked.items():
            part.setVisible(way is self._way)
            part.show_state(known=True, unlocked=is_open)

    @property
    def is_on(self) -> bool:
        """Whether files are signed."""
        return self._way is not Way.OFF

    def read(self) -> str | None:
        """What was typed, empty where nothing is needed; None after saying in its place what is missing."""
        return "" if self.isHidden() or not self.is_on else self.asked[self._way].read()

    def refuse(self, error: UserError, sentence: str) -> bool:
        """Says in its place that what was typed is wrong; whether ``error`` is about that."""
        if error.code not in REFUSED or not self.is_on:
            return False
        self.asked[self._way].refuse(sentence)
        return True

    def clear(self) -> None:
        """Forgets what was typed."""
        for part in self.asked.values():
            part.clear()
