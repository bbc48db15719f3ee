"""What tests of use cases share: a year with some certificates, and somebody at the database."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from qc_desktop.services.office import Office
from qc_desktop.storage.engine import sqlite_module
from tests.samples import Year

ByHand = Callable[..., None]


@pytest.fixture
def issued(year: Year) -> Year:
    """A year with four certificates."""
    year.issue(year.participations()[:4])
    return year


@pytest.fixture
def by_hand() -> ByHand:
    """Runs statements on an office's database past the program, by somebody who knows what a trigger is.

    The triggers are gone meanwhile, and stand again afterwards.
    """

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
