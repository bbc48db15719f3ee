"""Somebody at the database with an ordinary tool, who knows what a trigger is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from qc_desktop.services.office import Office
from qc_desktop.storage.engine import sqlite_module

ByHand = Callable[..., None]


@pytest.fixture
def by_hand() -> ByHand:
    """Runs statements on an office's database past the program: without its triggers, which stand again afterwards."""

    def run(office: Office, *statements: str) -> None:
        with closing(sqlite_module().connect(office.profile.database)) as connection:
            guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in guards:
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                assert connection.execute(statement).rowcount != 0, statement
            for _, sql in guards:
                connection.execute(sql)
            connection.commit()

    return run
