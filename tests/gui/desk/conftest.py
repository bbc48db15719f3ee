"""The real window at the desk, with numbers to look up."""

from __future__ import annotations

import pytest

from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.gui.shell import Shell
from tests.gui.real import Real, real
from tests.samples import Year

__all__ = ["real"]


@pytest.fixture
def numbers(year: Year) -> tuple[str, ...]:
    return year.issue().numbers


@pytest.fixture
def shell(real: Real, year: Year, numbers: tuple[str, ...]) -> Shell:
    return real(year.office, "desk")


@pytest.fixture
def page(shell: Shell) -> DeskPage:
    assert isinstance(shell.page, DeskPage)
    return shell.page
