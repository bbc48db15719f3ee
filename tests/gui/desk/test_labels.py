"""An item label at the desk: its product and lot in sight, a stopped batch said large."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qc_desktop.domain.labels import AgreementDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Verdict
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.services.labels import agreements, issuing, stopping
from qc_desktop.services.labels.ordering import BatchOrder
from qc_desktop.storage.tables import Sighting
from tests.gui.desk.test_desk_page import LANGS, type_in
from tests.gui.real import Real, faults, rest
from tests.samples import Year

SERIAL, PRODUCT, LOT = "00001-000007", "示例电饭煲", "L20260315"


@pytest.fixture
def labelled(year: Year) -> Year:
    """The sample year with a batch of labels."""
    terms = AgreementDraft("SY-1", (PRODUCT,), 1000, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    saved = agreements.add(year.office, year.companies()[0].id, terms)
    order = BatchOrder(PRODUCT, LOT, 100, dt.date(2028, 3, 14))
    finish(issuing.issue(year.office, saved.row.id, order, year.keys))
    return year


def told(page: DeskPage) -> list[str]:
    return [part.text() for part in page.results.card.findChildren(QLabel) if part.isVisible()]


@LANGS
def test_product_and_lot_are_in_sight(qtbot: QtBot, real: Real, labelled: Year, lang: str) -> None:
    shell = real(labelled.office, "desk", lang)
    page = shell.page
    assert isinstance(page, DeskPage)
    type_in(qtbot, page, SERIAL)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
    shown = told(page)
    assert {SERIAL, PRODUCT, LOT, labelled.companies()[0].name} <= set(shown)
    assert ("标识编号" if lang == "zh_CN" else "Label no.") in shown


def test_a_stopped_batch_is_said(qtbot: QtBot, real: Real, labelled: Year) -> None:
    stopping.stop(labelled.office, "1", "示例：批号不符")
    page = real(labelled.office, "desk").page
    assert isinstance(page, DeskPage)
    type_in(qtbot, page, SERIAL)
    answer = page.results.card.answer
    assert answer is not None
    assert answer.verdict is Verdict.STOPPED
    assert any("示例：批号不符" in text for text in told(page))


def test_what_is_suspicious_is_said_and_the_verdict_stays(qtbot: QtBot, real: Real, labelled: Year) -> None:
    with labelled.office.writing("sighting_import", undoable=False) as work:
        seen = {"visits": 60, "visitors": 31, "networks": 4}
        work.session.add(Sighting(day=dt.date(2026, 5, 1), way="phone", label_serial=SERIAL, **seen))
    shell = real(labelled.office, "desk")
    page = shell.page
    assert isinstance(page, DeskPage)
    type_in(qtbot, page, SERIAL)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
    answer = page.results.card.answer
    assert answer is not None
    assert answer.verdict is Verdict.VALID
    assert any("一天被看到 60 次，约 31 位" in text for text in told(page))
    type_in(qtbot, page, "00001-000008")
    assert not any("可疑" in text for text in told(page))
