"""Windows whose drafts outlive them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from tests.gui.typed.ways import Windows
from tests.samples import Year


@pytest.fixture
def year(issued_year: Year) -> Year:
    """Some views are only there where there are certificates."""
    return issued_year


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, jobs: Jobs) -> Iterator[Windows]:
    made = Windows(qtbot, jobs, Language(qapp), [])
    yield made
    for window in made.made:
        window.shell.leave()
        window._drafts.close()
        window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.language.use("en")
