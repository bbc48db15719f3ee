"""Every view with texts as long as real ones, at five sizes of the window and three of the text, in two languages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.domain.chasing import ReminderWay
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.gui import theme
from qc_desktop.gui.pages.campaign.returns import drops
from qc_desktop.gui.widgets.cells import is_cut
from qc_desktop.gui.widgets.table import Table
from qc_desktop.paths import Profile
from qc_desktop.services.campaigns import chasing, stages
from qc_desktop.services.certificates import print_batches, print_mending, print_sending, register
from qc_desktop.services.companies import editing
from qc_desktop.services.office import Office, open_office
from qc_desktop.services.returns import making
from qc_desktop.trust.keys import OpenKeys
from tests import lengthy, returned
from tests.gui import checks
from tests.gui.placing import faults_of_place
from tests.gui.real import Real, real, settle
from tests.gui.views import VIEWS, Ground, View, opened
from tests.printing.queues import KeepingQueue
from tests.samples import DAY, Year, code

__all__ = ["real"]

NEW = ("示例新来福建省青禾智能家用电器制造股份有限公司", "示例新来远山（ANOTHER Household Appliance）有限责任公司")


def _wait_for_pledges(year: Year) -> list[str]:
    """Companies that have not answered, reminded with a long remark."""
    office = year.office
    drafts = [CompanyDraft(name, code(70 + place), hotline="0592-5550000") for place, name in enumerate(NEW)]
    ids = [editing.save(office, draft).id for draft in drafts]
    stages.take_in(office, year.campaign_id, ids)
    waiting = chasing.ids(office, chasing.ChaseFilter(year.campaign_id))
    chasing.mark(office, waiting, ReminderWay.PHONE, lengthy.REASON)
    return ids


def _twins(office: Office) -> None:
    for ending in ("股份有限公司", "（集团）有限责任公司"):
        editing.save(office, CompanyDraft("示例双生福建省海岚绿色健康科技发展" + ending, hotline="0592-5550001"))


def _chased(ground: Ground) -> None:
    ground.page.rooms.chase.listing.table.choose_place(0)


def _returned(ground: Ground) -> None:
    folder = ground.folder / "示例收到的回表"
    finish(making.make(ground.year.office, ground.year.campaign_id, _wait_for_pledges(ground.year), folder))
    for path in folder.glob("*.xlsx"):
        returned.fill(path, returned.AGREES | {"address": "示例地址" * 30}, ("示例产品" * 10,) * 2)
    ground.page.open_item(drops.key_of([folder]))
    ground.rest()
    ground.page.rooms.returns.preview.table.choose_place(0)


def _renamed(ground: Ground) -> None:
    path = ground.folder / "示例更名.csv"
    rows = [f"{NEW[0]},{row.uscc},{'示例地址' * 20}" for row in ground.year.companies() if row.uscc]
    path.write_text("\n".join(["企业名称,统一社会信用代码,地址", *rows]), encoding="utf-8")
    ground.page.rooms.importing.look_at(path)
    ground.rest()
    ground.page.rooms.importing.check_again()
    ground.rest()
    ground.page.rooms.importing.preview.table.choose_place(0)


def _bulk(ground: Ground) -> None:
    VIEWS["bulk"].act(ground)
    bulk = ground.page.rooms.bulk
    bulk.lines[0].put("address", "示例市湖里区示例大道2026号示例创新园A区18号楼6层东侧601至618单元")
    bulk.preview()
    ground.rest()
    bulk.table.choose_place(0)


def _history(ground: Ground) -> None:
    ground.page.table.choose_place(1)


def _batches(ground: Ground) -> None:
    office = ground.year.office
    numbers = register.numbers(office, register.CertificateFilter())
    batch = print_batches.create(office, numbers, lengthy.PRINTER, chunk=6, copies=1)
    finish(print_sending.send(office, batch, KeepingQueue(ground.folder / "printed", lengthy.PRINTER)))
    print_mending.damage(office, batch, numbers[:1], lengthy.REASON)
    ground.page.show_batches()
    ground.rest()
    ground.page.rooms.printing.table.choose_place(0)


def _found(ground: Ground) -> None:
    ground.page.field.setText("示例")
    ground.page.asking.ask_live("示例")


LONG: Mapping[str, View] = {
    "chased": View("campaign", "chase", "", _chased),
    "returned": View("campaign", "returns", "", _returned),
    "renamed": View("companies", "import", "", _renamed),
    "bulk": View("companies", "", "", _bulk),
    "history": View("history", "", "", _history),
    "batches": View("certificates", "", "", _batches),
    "answer": View("desk", "QC-2026-315-000001"),
    "found": View("desk", "", "", _found),
}
EVERY = {**VIEWS, **LONG}


@pytest.fixture(scope="session")
def long_profile(
    year_profile: tuple[Path, str], open_keys: OpenKeys, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    root, campaign_id = year_profile
    filled = Path(shutil.copytree(root, tmp_path_factory.mktemp("long") / "profile"))
    office = replace(open_office(Profile(filled), lengthy.OPERATOR), fixed_day=DAY)
    lengthy.lengthen(office)
    _twins(office)
    Year(office, campaign_id, open_keys).issue()
    office.close()
    return filled, campaign_id


@pytest.fixture
def long(copied: Callable[[tuple[Path, str]], Year], long_profile: tuple[Path, str]) -> Year:
    copy = copied(long_profile)
    return replace(copy, office=copy.office.acting(lengthy.OPERATOR))


def _faults(qtbot: QtBot, shell: QWidget, rooms: Sequence[tuple[int, int]]) -> list[str]:
    found = []
    for room in rooms:
        shell.resize(*room)
        settle(qtbot)
        faults = (*faults_of_place(shell), *checks.too_wide(shell), *checks.truncated(shell, long=True))
        found += [f"{room}: {fault}" for fault in faults]
    return found


SIZES_OF_TEXT = {
    "zh_CN": {theme.TextSize.STANDARD: checks.SIZES, theme.TextSize.EXTRA_LARGE: checks.NARROW},
    "en": {theme.TextSize.EXTRA_LARGE: checks.NARROW},
}
"""English is looked at where it is widest, each where it has least room."""


@pytest.mark.parametrize("lang", SIZES_OF_TEXT)
@pytest.mark.parametrize("name", EVERY)
def test_long_texts_have_their_place(
    qtbot: QtBot,
    real: Real,
    long: Year,
    look: Callable[[theme.Theme], None],
    tmp_path: Path,
    lang: str,
    name: str,
) -> None:
    if name == "chased":
        _wait_for_pledges(long)
    shell = opened(qtbot, real, long, tmp_path, EVERY[name], lang).shell
    found = []
    for size, rooms in SIZES_OF_TEXT[lang].items():
        look(theme.Theme(size=size))
        found += [f"{size} {fault}" for fault in _faults(qtbot, shell, rooms)]
    assert found == [], "\n".join(found)


def _said(root: QWidget) -> str:
    """Everything that stands in words beside the tables."""
    labels = [label.text() for label in checks.shown(root, QLabel)]
    fields = [field.text() for field in checks.shown(root, QLineEdit)]
    texts = [text.toPlainText() for text in checks.shown(root, QTextEdit)]
    choices = [choice.currentText() for choice in checks.shown(root, QComboBox)]
    return "\n".join([*labels, *fields, *texts, *choices]).replace("\u200b", "")


@pytest.mark.parametrize("name", ["chased", "returned", "renamed", "bulk", "certificate"])
def test_what_a_list_cannot_hold_stands_whole_beside_it(
    qtbot: QtBot, real: Real, long: Year, tmp_path: Path, name: str
) -> None:
    if name == "chased":
        _wait_for_pledges(long)
    shell = opened(qtbot, real, long, tmp_path, EVERY[name]).shell
    shell.resize(1093, 543)
    settle(qtbot)
    table = next(table for table in checks.shown(shell, Table) if table.chosen_ranges)
    row = table.chosen_ranges[0][0]
    cells = [table.paged.index(row, place) for place in table.shown_places()]
    cut = [str(index.data()) for index in cells if is_cut(table, index)]
    assert cut, "the sample is too short to show anything"
    assert [text for text in cut if text not in _said(shell)] == []
