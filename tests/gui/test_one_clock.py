"""A PC that is set to another zone shows the same days and times as every other: Shanghai's."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.gui.frame.status_line import StatusLine
from qc_desktop.gui.pages.history import model as history
from qc_desktop.gui.pages.settings.columns import backup_columns
from qc_desktop.gui.when import when
from qc_desktop.services.backups import BackupRow
from tests.gui.conftest import Keep
from tests.gui.fakes import FakeFrame

NIGHT = dt.datetime(2026, 3, 15, 0, 30, tzinfo=SHANGHAI)
"""In New York it is noon of the day before."""


@pytest.fixture(params=["Asia/Shanghai", "UTC", "America/New_York", "Pacific/Kiritimati"], autouse=True)
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.fail("this system cannot change its zone while a program runs")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_moments_are_shanghai_s() -> None:
    stored = NIGHT.astimezone(dt.UTC)
    assert when(stored, NIGHT + dt.timedelta(hours=9)) == "today 00:30"
    assert when(stored, NIGHT + dt.timedelta(hours=24)) == "yesterday 00:30"
    assert history.at(stored) == "2026-03-15 00:30"
    backup = BackupRow(Path("1.sqlite3"), "daily", stored, 1)
    assert backup_columns()[0].text(backup) == "2026-03-15 00:30"


def test_the_age_of_the_backup_counts_days_in_shanghai(
    qtbot: QtBot, keep: Keep, frame: FakeFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qc_desktop.domain.dates.now", lambda: (NIGHT + dt.timedelta(hours=23)).astimezone(dt.UTC))
    line = StatusLine()
    keep(line)
    line.show_standing(replace(frame.base, last_backup=NIGHT))
    assert line._backup.text() == "Last backup today 00:30"
    line.show_standing(replace(frame.base, last_backup=NIGHT - dt.timedelta(hours=1)))
    assert line._backup.text() == "Last backup yesterday 23:30"
