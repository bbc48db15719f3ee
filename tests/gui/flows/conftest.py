"""The real window and a recorder of what is done in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.flows.recorder import Recorder
from tests.gui.real import real

__all__ = ["real"]


@pytest.fixture
def recorder(qapp: QApplication) -> Iterator[Recorder]:
    made = Recorder(qapp)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()
