"""The real window at the desk, with numbers to look up."""

from __future__ import annotations

import pytest

from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services.certificates import register
from tests.gui.real import Real, real
from tests.samples import Year

__all__ = ["real"]


@pytest.fixture
def year(issued_year: Year) -> Year:
    """Calls are about certificates: everybody has one."""
    return issued_year


@pytest.fixture
def numbers(year: Year) -> tuple[str, ...]:
    return tuple(register.numbers(year.office, register.CertificateFilter()))


@pytest.fixture
def shell(real: Real, year: Year) -> Shell:
    return real(year.office, "desk")


@pytest.fixture
def page(shell: Shell) -> DeskPage:
    assert isinstance(shell.page, DeskPage)
    return shell.page
