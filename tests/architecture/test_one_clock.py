"""A person reads one clock, Shanghai's: no part of the program asks the PC for its own."""

from __future__ import annotations

import pytest

from tests.architecture.source import PACKAGE, calls

TURNING = {"domain/dates.py": "the one place", "storage/types.py": "to UTC, for the store"}
"""Where moments are turned into another zone, and why."""


@pytest.mark.parametrize("name", ["astimezone", "localtime", "toLocalTime", "currentDateTime", "currentDate"])
def test_moments_are_turned_in_one_place(name):
    found = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path, call, called in calls()
        if called == name and path.relative_to(PACKAGE).as_posix() not in TURNING
    ]
    assert found == []
