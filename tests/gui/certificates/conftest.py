"""Real records with announced companies, with and without certificates, and the page in a real window."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import finish
from qc_desktop.gui.pages.certificates.batch import Batch
from qc_desktop.gui.pages.certificates.page import CertificatesPage
from qc_desktop.gui.pages.certificates.register_view import RegisterView
from qc_desktop.gui.shell import Shell
from qc_desktop.paths import Profile
from qc_desktop.services import demo, vault
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import issuing, register
from qc_desktop.services.certificates.register import CertificateFilter, CertificateRow
from qc_desktop.services.office import Office, open_office

from ..real import Real, at_work, real, rest

__all__ = ["real"]

YEAR = 2026
TODAY = dt.date(YEAR, 3, 16)
COMPANIES = 12


def _office(root: Path) -> Office:
    return replace(open_office(Profile(root), "示例录入员"), fixed_day=TODAY)


@pytest.fixture(scope="session")
def waiting_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dozen announced companies; nothing issued, no passphrase chosen."""
    root = tmp_path_factory.mktemp("waiting") / "profile"
    office = _office(root)
    finish(demo.sample_year(office, COMPANIES, YEAR))
    office.close()
    return root


@pytest.fixture(scope="session")
def issued_profile(waiting_profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a certificate for each."""
    root = tmp_path_factory.mktemp("issued") / "profile"
    shutil.copytree(waiting_profile, root)
    office = _office(root)
    finish(issuing.issue(office, years.campaign(office).id, vault.set_up(office, demo.PASSPHRASE)))
    office.close()
    return root


@pytest.fixture
def waiting(waiting_profile: Path, tmp_path: Path) -> Iterator[Office]:
    yield from at_work(tmp_path / "waiting", TODAY, waiting_profile)


@pytest.fixture
def issued(issued_profile: Path, tmp_path: Path) -> Iterator[Office]:
    yield from at_work(tmp_path / "issued", TODAY, issued_profile)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Office]:
    yield from at_work(tmp_path / "empty", TODAY)


class Window:
    """The window at the certificates page."""

    def __init__(self, qtbot: QtBot, shell: Shell, office: Office) -> None:
        self.qtbot = qtbot
        self.shell = shell
        self.office = office

    @property
    def page(self) -> CertificatesPage:
        page = self.shell._pages["certificates"]
        assert isinstance(page, CertificatesPage)
        return page

    @property
    def batch(self) -> Batch:
        return self.page.rooms.batch

    @property
    def register(self) -> RegisterView:
        return self.page.register

    def rest(self) -> None:
        rest(self.qtbot, self.shell)

    def rows(self, text: str = "") -> list[CertificateRow]:
        return register.page(self.office, CertificateFilter(text=text))

    def type_passphrase(self, *typed: str) -> None:
        asked = self.batch.issue.passphrase
        for field, text in zip((asked._one, asked._two), typed, strict=False):
            field.setText(text)

    def go_on(self) -> None:
        """Presses the batch's main button."""
        assert self.batch.bar.next.isVisible()
        assert self.batch.bar.next.isEnabled()
        self.batch.bar.next.click()
        self.rest()

    def to_issue_step(self) -> None:
        """Begins a batch of everyone and goes on to the passphrase."""
        self.page.begin_batch()
        for _ in range(2):
            self.go_on()


Open = Callable[..., Window]


@pytest.fixture
def opened(qtbot: QtBot, real: Real) -> Open:
    return lambda office, lang="zh_CN": Window(qtbot, real(office, "certificates", lang), office)
