"""A whole year at the desk, from the first start to a revoked certificate, with nothing but keys and a mouse."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from tests.e2e.program import Program
from tests.e2e.screen import wait_until
from tests.printing.cups import Cups
from tests.samples import code, rows, write_list

COMPANIES = 200
FOOT = 600
"""Below this height of the screen lie the buttons at the foot of a page."""
STEPS = (900, 90, 1366, 330)
"""Where the buttons stand that lead through the steps of a batch, whether or not a message lies above them."""
FORM = (942, 150, 1342, 640)
"""The form beside the list of companies, without its buttons."""
PASSPHRASE = "shili-2026-pass"
KNOWN = "示例甲丙有限公司"


def count(table: str, condition: str = "1") -> str:
    return f"SELECT count(*) FROM {table} WHERE {condition}"


def stage(name: str) -> str:
    return count("participation", f"stage = '{name}'")


def begin(program: Program) -> None:
    """First run: the association's name; then the address that certificates carry."""
    program.look("first-run")
    program.keys("alt+u")
    program.type("Shili Association")
    program.look("set-up")
    first = program.window
    program.keys("Return", changes=False)
    wait_until("the window", lambda: program.window not in ("", first))
    program.main_button()
    program.look("home")
    program.command("xhzl")  # 协会资料
    program.keys("alt+v")
    program.type("https://example.org/#")
    program.keys("ctrl+s", changes=False)
    program.wait_for(count("setting", "id = 'verification_prefix'"), 1)


def open_year(program: Program) -> None:
    program.command("kqnd")  # 开启年度
    program.main_button(FOOT)
    program.look("c-new-year")
    program.keys("ctrl+s", changes=False)
    program.wait_for(count("campaign"), 1)


def import_list(program: Program, path: Path) -> None:
    """Imports a list and turns the choice whether its pledges are entered too, which the program remembers."""
    program.command("drmd", turns=False)  # 导入名单
    program.main_button()
    program.keys("space")
    program.choose_file(path)
    across, down = program.main_button(FOOT)
    program.click(across - 80, down + 12)  # the choice beside the main button
    program.look("a-preview")
    program.click_main(FOOT)


def enter_pledges(program: Program) -> None:
    """One of a known company, found by pinyin, and one of a new company."""
    program.keys("ctrl+n")
    program.type("sljb")
    program.look("b-found")
    program.keys("Tab")
    program.look("b-filled")
    save(program, COMPANIES + 1)
    program.type("Shili New Company")
    program.keys("Tab", changes=False)
    program.type(code(901))
    program.look("b-new")
    save(program, COMPANIES + 2)
    program.keys("Escape", changes=False)


def save(program: Program, pledges: int) -> None:
    """Saves the form and waits until it is empty again."""
    filled = program.part(FORM)
    program.keys("ctrl+Return", changes=False)
    program.wait_for(stage("material_review"), pledges)
    program.wait_for_change(FORM, filled)


def review(program: Program) -> None:
    """One is returned and taken back, then all are approved and announced."""
    program.command("shcl", turns=False)  # 审核材料
    program.keys("Down", "F10")
    program.type("shili")
    program.look("c-reason")
    program.keys("Return", changes=False)
    program.wait_for(stage("returned_for_correction"), 1)
    program.keys("ctrl+z", changes=False)
    program.wait_for(stage("material_review"), COMPANIES + 2)
    program.keys("ctrl+a")
    program.look("c-selected")
    program.keys("F9", changes=False)
    program.wait_for(stage("pledged"), COMPANIES + 2)
    program.keys("ctrl+3")
    program.click_main()
    program.wait_for(stage("announcement_pending"), COMPANIES + 2)
    program.keys("alt+n", changes=False)
    program.type("2026-1")
    program.look("c-announce")
    program.keys("Return", changes=False)
    program.wait_for(stage("announced"), COMPANIES + 2)


def issue(program: Program) -> None:
    """Issues to everyone, and makes the pages."""
    program.command("cz")  # 出证
    program.main_button()
    program.look("d-choose")
    for step, key in (("preview", "space"), ("passphrase", "")):
        before = program.part(STEPS)
        if key:
            program.keys(key, changes=False)
        else:
            program.click_main()
        program.wait_for_change(STEPS, before)
        program.look(f"d-{step}")
    program.type(PASSPHRASE)
    program.keys("Tab")
    program.type(PASSPHRASE)
    before = program.part(STEPS)
    program.keys("Return", changes=False)
    program.wait_for(count("certificate"), COMPANIES + 2)
    program.wait_for_change(STEPS, before)
    program.main_button()
    program.keys("space", changes=False)
    wait_until("the pages", lambda: bool(pages(program)))
    program.screen.settle("the pages")
    program.look("d-made")


def pages(program: Program) -> list[Path]:
    return list(program.home.glob("*.pdf"))


def print_some(program: Program, printer: Cups) -> None:
    """Prints those whose number ends in 02, and what came out of the printer is there to be looked at."""
    program.command(str(program.value("SELECT number FROM certificate ORDER BY serial LIMIT 1")), turns=False)
    program.screen.settle("the certificate")
    program.keys("ctrl+5", "ctrl+a", changes=False)
    program.type("02")
    program.look("d-few")
    program.command("dyzs", turns=False)  # 打印证书
    program.main_button()
    program.look("d-print")
    program.keys("space", changes=False)
    wait_until("the paper", lambda: len(printer.printed()) == 1)
    program.wait_for(count("print_sheet", "state <> 'sent'"), 0)
    program.look("d-printed")
    (paper,) = printer.printed()
    with pypdfium2.PdfDocument(paper) as document:
        assert 0 < len(document) == program.value(count("print_sheet", "state = 'sent'")) < COMPANIES
        program.keep("d-paper", document[0].render(scale=2).to_pil())


def answer_call(program: Program) -> None:
    program.keys("ctrl+6")
    program.type("000012")
    program.look("e-verdict")
    program.keys("F8", changes=False)
    program.wait_for(count("call_log"), 1)
    program.look("e-entered")


def export_roster(program: Program) -> Path:
    path = program.home / "roster.xlsx"
    program.command("daochumd")  # 导出名单
    program.keys("alt+x")
    program.choose_file(path)
    program.wait_for_file(path)
    program.look("f-roster")
    return path


def revoke(program: Program) -> str:
    """Revokes the first certificate of the register; returns its number."""
    number = str(program.value("SELECT number FROM certificate ORDER BY serial LIMIT 1"))
    program.keys("ctrl+5", changes=False)
    program.command(number, turns=False)
    program.screen.settle("the certificate")
    program.look("g-certificate")
    program.keys("alt+r")
    program.type("shili")
    program.keys("Tab", changes=False)
    program.type(number[-4:])
    program.look("g-revoking")
    program.keys("Return", changes=False)
    program.wait_for(count("certificate", "state = 'revoked'"), 1)
    program.look("g-revoked")
    return number


def open_next_year(program: Program) -> Path:
    """A year as the last: its companies are brought in and invited, with the list for their letters."""
    everybody = COMPANIES + 2
    program.command("kqnd")  # 开启年度
    program.main_button(FOOT)
    program.look("c-next-year")
    program.keys("ctrl+s", changes=False)
    program.wait_for(count("campaign"), 2)
    program.command("yysn", turns=False)  # 沿用上年企业
    program.main_button()
    program.look("c-rolling")
    program.click_main()
    program.wait_for(stage("draft"), everybody)
    path = program.home / "invited.xlsx"
    program.keys("Down", "ctrl+a")
    program.look("c-invite")
    program.keys("alt+i")
    program.choose_file(path)
    program.wait_for(stage("invited"), everybody)
    program.look("c-invited")
    return path


def restore(program: Program) -> None:
    """Backs up, enters one more company, and goes back to the backup, which shows both counts first."""
    program.command("ljbf", turns=False)  # 立即备份
    wait_until("the backup", lambda: bool(backups(program, "manual")))
    program.keys("ctrl+n")
    program.type("Shili Late Company")
    program.keys("ctrl+Return", changes=False)
    program.wait_for(count("member_company"), COMPANIES + 3)
    program.keys("Escape", changes=False)
    program.command("hfbf")  # 恢复备份
    program.look("h-backups")
    program.keys("Return")
    program.look("h-counts")
    program.keys("Return", "shift+Tab", changes=False)
    program.look("h-sure")
    program.keys("Return", changes=False)
    program.wait_for(count("member_company"), COMPANIES + 2)
    program.look("h-restored")


def backups(program: Program, kind: str) -> list[Path]:
    return list((program.profile / "backups").glob(f"*{kind}*"))


@pytest.mark.timeout(1500)
def test_a_year_by_keys_and_mouse(program: Program, printer: Cups, tmp_path: Path) -> None:
    begin(program)
    open_year(program)
    import_list(program, write_list(tmp_path / "list.xlsx", rows(COMPANIES)))
    program.wait_for(stage("material_review"), COMPANIES)
    import_list(program, write_list(tmp_path / "later.xlsx", [[KNOWN, code(900)]]))
    program.wait_for(count("member_company"), COMPANIES + 1)
    enter_pledges(program)
    review(program)
    issue(program)
    print_some(program, printer)
    answer_call(program)
    roster = export_roster(program)
    number = revoke(program)
    invited = open_next_year(program)
    assert backups(program, "daily")
    restore(program)
    program.close()

    (made,) = pages(program)
    with pypdfium2.PdfDocument(made) as document:
        assert len(document) == COMPANIES + 2
    assert openpyxl.load_workbook(roster).active.max_row > COMPANIES + 2
    assert openpyxl.load_workbook(invited).active.max_row > COMPANIES + 2
    stages = [campaign["stages"] for campaign in program.cli("campaign", "list")["campaigns"]]
    assert stages == [{"invited": COMPANIES + 2}, {"announced": COMPANIES + 2}]
    assert program.cli("certificate", "list", "--state", "revoked")["total"] == 1
    assert [call["verdict"] for call in program.cli("desk", "calls")["calls"]] == ["valid"]
    assert program.cli("certificate", "list", "--limit", 1)["total"] == COMPANIES + 2
    assert number in str(program.cli("certificate", "list", "--state", "revoked"))
    assert not list((program.profile / "logs").glob("crash-*"))
    assert (program.home / "said.txt").read_text(encoding="utf-8") == ""
