"""What the register knows of a certificate, in pairs of a word and a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.services.certificates.dispatches import in_words

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.register import CertificateRow


class Facts(QWidget):
    """``company_wanted`` carries a company's id, ``number_wanted`` the number of another certificate."""

    company_wanted = Signal(str)
    number_wanted = Signal(str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._company_id = ""
        self._successor = ""
        names = {
            "uscc": self.tr("Credit code"),
            "issued": self.tr("Issued"),
            "expires": self.tr("Valid until"),
            "printed": self.tr("Files made"),
            "sent": self.tr("Dispatch"),
            "layout": self.tr("Layout"),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._values = {key: label(wrap=key in ("sent", "layout")) for key in names}
        for place, (key, name) in enumerate(names.items()):
            self._grid.addWidget(label(name, "muted"), place, 0)
            self._values[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(self._values[key], place, 1)
        self._open = button(self.tr("Open the company"), self._ask_company, "plain", "building-2")
        self._next = button("", self._ask_next, "plain", "chevron-right")
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self._open, len(names), 0, 1, 2, left)
        self._grid.addWidget(self._next, len(names) + 1, 0, 1, 2, left)

    def show_row(self, row: CertificateRow) -> None:
        """Shows what is known of ``row``."""
        self._company_id, self._successor = row.company_id, row.replaced_by
        self._values["uscc"].setText(row.uscc)
        self._values["issued"].setText(row.issued_on.isoformat())
        self._values["expires"].setText(row.expires_on.isoformat() if row.expires_on else "")
        self._values["printed"].setText(self.tr("%n time(s)", "", row.printed))
        self._values["sent"].setText(in_words(row.dispatch, self._words) if row.dispatch else self.tr("not noted"))
        self._values["layout"].setText(self._layout(row))
        self._next.setText(self.tr("Replaced by {number}").format(number=row.replaced_by))
        self._next.setVisible(bool(row.replaced_by))

    def _layout(self, row: CertificateRow) -> str:
        if row.layout is None:
            return self.tr("came with the program")
        named = row.layout.name or self.tr("deleted")
        return self.tr("{name}, version {version}").format(name=named, version=row.layout.version)

    def _ask_company(self) -> None:
        self.company_wanted.emit(self._company_id)

    def _ask_next(self) -> None:
        self.number_wanted.emit(self._successor)
