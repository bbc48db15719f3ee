"""体检、关于: findings lead to their mend, dependencies are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings import about
from qc_desktop.gui.pages.settings.about import COMPONENTS
from qc_desktop.gui.pages.settings.health import HealthSection
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import demo, doctor, recovery
from qc_desktop.services.doctor import Diagnosis
from tests.gui.real import rest
from tests.samples import Year

from .conftest import Opened


@pytest.fixture(autouse=True)
def proved(year: Year) -> None:
    """The recovery sheet is in the safe."""
    recovery.prove(year.office, recovery.root_of(year.office, passphrase=demo.PASSPHRASE))


def test_findings_lead_to_their_mend(
    qtbot: QtBot, shell: Shell, page: SettingsPage, opened_section: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = opened_section("health")
    assert isinstance(section, HealthSection)
    assert section.summary.text() == "一切正常。"
    found = (
        Diagnosis("program", True, {"python": "3", "platform": "x"}),
        Diagnosis("backup_bad", False, {"path": "x"}),
    )
    section._show(found)
    assert section.summary.text() == "有 1 项需要处理。"
    (mend,) = [made for made in section.findChildren(QPushButton) if made.text() == "去处理"]
    mend.click()
    assert page.sections["backup"].isVisible()
    rest(qtbot, shell)


def test_search_is_rebuilt_by_a_click(qtbot: QtBot, shell: Shell, opened_section: Opened, year: Year) -> None:
    from sqlalchemy import text

    with year.office.writing("spoil", undoable=False) as work:
        work.session.execute(text("DELETE FROM company_search"))
        work.session.execute(text("DELETE FROM company_search_index"))
    section = opened_section("health")
    assert isinstance(section, HealthSection)
    (rebuild,) = [made for made in section.findChildren(QPushButton) if made.text() == "重建"]
    rebuild.click()
    rest(qtbot, shell)
    assert all(one.good for one in doctor.examine(year.office))
    assert section.summary.text() == "一切正常。"


def test_every_dependency_is_named_with_its_licence() -> None:
    project = (Path(about.__file__).parents[4] / "pyproject.toml").read_text(encoding="utf-8")
    block = project[project.index("\ndependencies = [") : project.index("[project.optional-dependencies]")]
    needed = {
        name.lower().removesuffix("-essentials") for name in re.findall(r'^    "([A-Za-z0-9-]+)', block, re.MULTILINE)
    }
    named = {word.lower() for parts, _ in COMPONENTS for word in re.split(r"[ ,()]+", parts)}
    assert len(needed) > 15
    assert needed - named == set()
