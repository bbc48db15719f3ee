"""What was chosen on one page is worked on at another."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.certificates.page import CertificatesPage
from tests.samples import Year

from .real import Real, real, rest

__all__ = ["real"]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_certificates_of_a_selection_are_offered_as_packages(qtbot: QtBot, real: Real, year: Year, lang: str) -> None:
    numbers = year.issue(year.participations()[:3]).numbers
    shell = real(year.office, "companies", lang)
    shell.page.listing.choose_everyone()
    shell.page.many.pack()
    qtbot.waitUntil(lambda: isinstance(shell.page, CertificatesPage))
    rest(qtbot, shell)
    assert list(shell.page.rooms.make.numbers) == list(numbers)
    assert shell.page.rooms.make.packing.isVisible()
