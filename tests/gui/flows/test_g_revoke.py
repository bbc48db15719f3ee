"""g. Revoking on the certificate's page: the action, the reason, the last four digits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qc_desktop.domain.verification import Verdict
from qc_desktop.services.verification import verify
from tests.gui.flows.recorder import Recorder, button, click, press, write
from tests.gui.real import Real, rest
from tests.samples import Year


def test_revoke(qtbot: QtBot, real: Real, year: Year, recorder: Recorder) -> None:
    number = year.issue().numbers[4]
    shell = real(year.office, "certificates")
    shell.go("certificates", number)
    rest(qtbot, shell)
    recorder.begin()
    click(button(shell, "撤销"))
    rest(qtbot, shell)
    write(shell, "shili")
    press(shell, Qt.Key.Key_Return)
    write(shell, number[-4:])
    press(shell, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert verify(year.office, number)[0].verdict is Verdict.REVOKED
    assert (recorder.clicks, recorder.keys) == (1, len("shili") + 4 + 2)
