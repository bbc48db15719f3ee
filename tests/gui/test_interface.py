"""interface.md's checks over every page, in both languages and at four sizes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from qc_desktop.gui.forms import ui_campaign_form, ui_company_form, ui_office_form, ui_pc_form, ui_pledge_form
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.form_values import FormValues
from qc_desktop.messages import messages

from . import checks
from .conftest import Keep
from .demo_page import entries
from .fakes import FakeFrame, Lines

LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])
PAGES = pytest.mark.parametrize("page_id", ["companies"])
FORMS = pytest.mark.parametrize(
    ("form", "width"),
    [
        (ui_company_form.Ui_CompanyForm, 366),
        (ui_pledge_form.Ui_PledgeForm, 366),
        (ui_campaign_form.Ui_CampaignForm, 366),
        (ui_office_form.Ui_OfficeForm, 640),
        (ui_pc_form.Ui_PcForm, 366),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)

Open = Callable[[str, str], Shell]


@pytest.fixture
def window(qtbot: QtBot, keep: Keep, jobs: Jobs, frame: FakeFrame, speak: Callable[[str], None]) -> Open:
    def make(lang: str, page_id: str) -> Shell:
        speak(lang)
        shell = Shell(entries(Lines()), frame, None, jobs, messages(lang))
        keep(shell)
        shell.resize(1366, 728)
        shell.show()
        shell.start(page_id)
        qtbot.waitUntil(lambda: not jobs.is_asking)
        return shell

    return make


@LANGS
@PAGES
def test_everything_has_a_name(window: Open, lang: str, page_id: str) -> None:
    assert checks.unnamed(window(lang, page_id)) == []


@LANGS
@PAGES
def test_there_is_one_window(window: Open, lang: str, page_id: str) -> None:
    assert checks.strays(window(lang, page_id)) == []


@LANGS
@PAGES
def test_mnemonics_are_unique_and_lead_somewhere(window: Open, lang: str, page_id: str) -> None:
    shell = window(lang, page_id)
    assert checks.repeated_mnemonics(shell) == []
    assert checks.without_mnemonic_target(shell) == []


@LANGS
@PAGES
@pytest.mark.parametrize("size", checks.SIZES, ids=str)
def test_everything_fits(qtbot: QtBot, window: Open, lang: str, page_id: str, size: tuple[int, int]) -> None:
    shell = window(lang, page_id)
    shell.resize(*size)
    qtbot.wait(1)
    assert checks.too_wide(shell) == []
    assert checks.truncated(shell) == []


@LANGS
@PAGES
def test_tab_reaches_everything_and_comes_back(window: Open, lang: str, page_id: str) -> None:
    assert checks.tab_misses(window(lang, page_id)) == []


@LANGS
@FORMS
@pytest.mark.parametrize("size", theme.TextSize)
def test_forms_fit_their_place(
    qtbot: QtBot,
    keep: Keep,
    speak: Callable[[str], None],
    look: Callable[[theme.Theme], None],
    form: type,
    width: int,
    lang: str,
    size: theme.TextSize,
) -> None:
    look(theme.Theme(size=size))
    speak(lang)
    page = QWidget()
    keep(page)
    form().setupUi(page)
    page.resize(width, page.heightForWidth(width))
    page.show()
    assert page.width() == width
    assert checks.unnamed(page) == []
    assert checks.truncated(page) == []
    assert checks.repeated_mnemonics(page) == []
    assert checks.tab_misses(page) == []


@LANGS
def test_company_and_pledge_share_no_mnemonic(
    qtbot: QtBot, keep: Keep, speak: Callable[[str], None], lang: str
) -> None:
    speak(lang)
    page, company, pledge = QWidget(), QWidget(), QWidget()
    keep(page)
    row = QHBoxLayout(page)
    row.addWidget(company)
    row.addWidget(pledge)
    ui_company_form.Ui_CompanyForm().setupUi(company)
    ui_pledge_form.Ui_PledgeForm().setupUi(pledge)
    assert checks.repeated_mnemonics(page) == []


def test_form_values_go_in_and_come_out(qtbot: QtBot, keep: Keep) -> None:
    page = QWidget()
    keep(page)
    ui_company_form.Ui_CompanyForm().setupUi(page)
    values = FormValues(page)
    values.offer("province", [("", "–"), ("11", "北京市"), ("44", "广东省")])
    edits: list[bool] = []
    values.edited.connect(lambda: edits.append(True))
    former = ("示例甲", "示例乙")
    values.write({"name": "示例青禾电器有限公司", "province": "44", "former_names": former, "industry": "38"})
    assert edits == []
    read = values.read()
    assert read["name"] == "示例青禾电器有限公司"
    assert read["province"] == "44"
    assert read["former_names"] == former
    assert read["industry"] == "38"  # not offered, and not lost
    values["hotline"].setText(" 400-000-0000 ")
    assert edits == [True]
    assert values.read()["hotline"] == "400-000-0000"
    values.write({})
    assert {name: value for name, value in values.read().items() if value} == {}


def test_a_window_is_freed_on_close(qtbot: QtBot, jobs: Jobs, frame: FakeFrame) -> None:
    shell = Shell(entries(Lines()), frame, None, jobs, messages("en"))
    shell.show()
    shell.start("companies")
    page = shell.page
    shell.close()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(shell)
    assert not shiboken6.isValid(page)


@pytest.fixture
def bad_page(qtbot: QtBot, keep: Keep) -> QWidget:
    """A page with one of each fault, the control that the checks can fail."""
    page = QWidget()
    keep(page)
    page.resize(300, 200)
    label = QLabel("信用代码(&C)", page)
    label.setFixedWidth(20)
    label.setBuddy(QLineEdit(page))
    QLabel("无人认领(&Q)", page).move(0, 120)
    QPushButton("保存(&C)", page).move(250, 40)
    QPushButton("", page).move(0, 80)
    QComboBox(page).move(0, 160)
    page.findChild(QLineEdit).move(60, 0)
    page.findChild(QLineEdit).setFixedWidth(40)
    page.findChild(QLineEdit).setPlaceholderText("名称、拼音首字母、编号或信用代码")
    page.show()
    return page


def test_the_checks_can_fail(qtbot: QtBot, keep: Keep, bad_page: QWidget) -> None:
    assert len(checks.unnamed(bad_page)) == 2
    assert len(checks.truncated(bad_page)) == 2
    assert checks.repeated_mnemonics(bad_page) == ["C × 2"]
    assert checks.outside(bad_page) == ["QPushButton('保存(&C)') at 250…" + str(250 + _width(bad_page))]
    assert len(checks.without_mnemonic_target(bad_page)) == 1
    stray = QLabel("没有归属")
    keep(stray)
    stray.show()
    assert checks.strays(bad_page) == ["QLabel('没有归属')"]


def _width(page: QWidget) -> int:
    return next(button.width() for button in page.findChildren(QPushButton) if button.text())
