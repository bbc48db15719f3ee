"""Documents at the desk with nothing but keys and a mouse: a layout worded and laid out, certificates issued with it
and sent, a printer calibrated, labels under an agreement, letters."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pypdfium2
import pytest

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.progress import finish
from qc_desktop.paths import Profile
from qc_desktop.services import calibrations, demo, vault
from qc_desktop.services.labels import presets
from qc_desktop.services.office import open_office
from tests.e2e.program import Program
from tests.e2e.screen import wait_until
from tests.e2e.test_a_year import FOOT, PASSPHRASE, STEPS, count
from tests.printing.cups import Cups
from tests.samples import COMPANIES, DAY, STAFF

TITLE = "Shili Title"
TITLE_FIELD, PAGE_TAB, BACK = (390, 197), (747, 108), (286, 108)
"""Of a layout at work: the field of its title, the way to its page, the way back."""
TITLE_ON_PAGE, ELSEWHERE = (640, 308), (652, 322)
PRINT_LABELS, THIRD_LABEL = (1004, 496), (886, 228)
MORE = (863, 694)
"""What is done with everyone who is selected."""


@pytest.fixture(scope="session")
def announced_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dozen announced companies, nothing issued, and a passphrase that can be typed."""
    root = tmp_path_factory.mktemp("announced") / "profile"
    office = dataclasses.replace(open_office(Profile(root), STAFF), fixed_day=DAY)
    finish(demo.sample_year(office, COMPANIES, DAY.year))
    vault.set_up(office, PASSPHRASE)
    office.close()
    return root


@pytest.fixture
def profile(announced_profile: Path, tmp_path: Path) -> Path:
    return shutil.copytree(announced_profile, tmp_path / "profile")


def saved(program: Program, version: int) -> Layout:
    """Waits until the office's own layout has a version, and reads it."""
    program.wait_for("SELECT max(version) FROM layout_version", version)
    text = program.value(f"SELECT content FROM layout_version WHERE version = {version}")
    return parse_layout(text)


def left_of_title(layout: Layout) -> float:
    return next(element.x for element in layout.elements if element.id == "title")


def word_and_lay_out(program: Program) -> None:
    """What ships gets another title, which makes it a copy; that is dragged and moved by keys, a step is taken back."""
    program.command("bs")  # 版式
    program.keys("Tab", "space")  # 改字句
    program.click(*TITLE_FIELD)
    program.keys("ctrl+a")
    program.type(TITLE)
    program.look("wording")
    program.keys("ctrl+s", changes=False)
    first = saved(program, 1)
    assert first.words["title"] == TITLE
    program.click(*PAGE_TAB)
    program.drag(TITLE_ON_PAGE, ELSEWHERE)
    program.keys("Right", "Right", "Right")
    program.look("page")
    program.keys("ctrl+s", changes=False)
    moved = left_of_title(saved(program, 2))
    program.keys("ctrl+z")
    program.keys("ctrl+s", changes=False)
    dragged = left_of_title(saved(program, 3))
    assert moved - dragged == pytest.approx(0.3)
    assert dragged - left_of_title(first) > 2
    program.click(*BACK)
    program.click_main()  # 启用
    program.wait_for(count("document_layout", "in_use"), 1)
    program.look("used")


def issue(program: Program) -> None:
    """Issues to everyone with the layout that is in use."""
    program.command("cz", turns=False)  # 出证
    for _ in range(2):
        before = program.part(STEPS)
        program.click_main()
        program.wait_for_change(STEPS, before)
    program.look("preview")
    program.type(PASSPHRASE)
    program.keys("Return", changes=False)
    program.wait_for(count("certificate", f"record LIKE '%{TITLE}%'"), COMPANIES)


def send(program: Program) -> None:
    """Tracking numbers copied elsewhere are pasted, looked at, noted; the year is reconciled."""
    numbers = program.value("SELECT group_concat(number) FROM (SELECT number FROM certificate ORDER BY serial)")
    sent = numbers.split(",")[: COMPANIES - 2]
    rows = [f"{number}\tSF{place:04}" for place, number in enumerate(sent)]
    with program.copied("\n".join(["证书编号\t快递单号", *rows])):
        program.command("jisong", turns=False)  # 寄送
        program.main_button()
        program.keys("Tab", "space")
        program.look("pasted")
        program.keys("space", changes=False)
        program.wait_for(count("dispatch", "tracking_no LIKE 'SF%'"), len(sent))
    program.command("duizhang", turns=False)  # 对账
    program.look("reconciled")


def calibrate(program: Program, printer: Cups) -> None:
    """The ruler page goes to the printer, four lengths are typed, the correction is kept."""
    program.command("dyzs", turns=False)  # 打印证书
    program.main_button()
    program.keys("Tab", "Tab", "space", changes=False)
    program.screen.settle("the printer")
    program.keys("space", changes=False)
    wait_until("the ruler page", lambda: len(printer.printed()) == 1)
    program.screen.settle("the first length")
    for length in ("148.9", "104.7", "250", "170"):
        program.type(length)
        program.keys("Tab")
    program.look("measured")
    program.click_main()
    wait_until("the correction", lambda: bool(calibrations.known(Profile(program.profile)).rows))
    program.look("calibrated")


def label(program: Program) -> None:
    """An agreement, a batch under it, its sheets in a file from the third label on."""
    program.command("xzsyxy", turns=False)  # 新增使用协议
    program.type("yunfan")
    program.keys("Tab")
    for text in ("SY-1", "Shili Kettle", "5000", "2026-01-01", "2099-12-31"):
        program.type(text)
        program.keys("Tab")
    program.keys("Down")  # an ordinary product
    program.look("agreement")
    program.keys("ctrl+Return", changes=False)
    program.wait_for(count("usage_agreement", "quantity = 5000"), 1)
    program.command("qfbs", turns=False)  # 签发标识
    program.main_button(FOOT)
    program.type("L1")
    program.keys("Tab")
    program.type("60")
    program.look("batch")
    program.click_main(FOOT)
    program.wait_for("SELECT count FROM label_batch", 60)
    program.click(*PRINT_LABELS)
    program.main_button(FOOT)
    program.click(*THIRD_LABEL)
    program.look("sheet")
    program.click_main(FOOT)
    program.wait_for("SELECT sum(count) FROM label_event WHERE kind = 'printed'", 60)
    program.look("labels")


def write_letters(program: Program) -> Path:
    """Invitations for everyone who is selected, in one file."""
    path = program.home / "letters.pdf"
    program.keys("ctrl+2", "Down", "ctrl+a", changes=False)
    program.look("selected")
    program.click(*MORE)
    program.keys("Down", "Down", "Down", "Right")  # 信函与标签
    program.look("papers")
    program.keys("Return")
    program.look("paper")
    program.keys("space")
    program.choose_file(path)
    program.wait_for_file(path)
    program.look("letters")
    return path


def pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


@pytest.mark.timeout(900)
def test_documents_by_keys_and_mouse(program: Program, printer: Cups) -> None:
    word_and_lay_out(program)
    issue(program)
    send(program)
    calibrate(program, printer)
    label(program)
    letters = write_letters(program)
    program.close()

    assert pages(letters) >= COMPANIES
    (labels,) = (path for path in program.home.rglob("*.pdf") if path != letters)
    assert pages(labels) == 3  # 22 labels on the first sheet, 24, 14
    office = open_office(Profile(program.profile), STAFF)
    assert presets.memory(office, presets.everything(office)[0]) == SheetMemory(15)
    office.close()
    assert not list((program.profile / "logs").glob("crash-*"))
    assert (program.home / "said.txt").read_text(encoding="utf-8") == ""
