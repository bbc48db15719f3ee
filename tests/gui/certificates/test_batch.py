"""A batch from the choice of companies to checked files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.gui.pages.certificates.choose_step import SOME
from qc_desktop.gui.pages.certificates.preview_step import LONGEST
from qc_desktop.gui.pages.certificates.step_bar import CHECK, CHOOSE, ISSUE, MAKE, PREVIEW
from qc_desktop.services import keys, preferences, vault
from qc_desktop.services.campaigns import years
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.demo import PASSPHRASE
from qc_desktop.services.office import Office

from .conftest import COMPANIES, Open


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def take_code_from(office: Office, place: int) -> str:
    """Empties the credit code of one company; returns its name."""
    row = browsing.page(office, CompanyFilter())[place]
    detail = details.detail(office, row.id)
    known = {name: detail.values[name] for name in ("name", "member_no", "province_code", "province")}
    editing.save(office, CompanyDraft(**known), row.id, detail.row_version)
    return row.name


def test_everyone_by_keyboard_alone(opened: Open, waiting: Office, tmp_path: Path) -> None:
    window = opened(waiting)
    assert window.page.empty.isVisible()
    window.page.empty._waiting.findChild(QPushButton).setFocus()
    press(Qt.Key.Key_Space)
    window.rest()
    assert window.batch.step == CHOOSE
    press(Qt.Key.Key_Space)
    window.rest()
    assert window.batch.step == PREVIEW  # nobody is stopped, so the check needs no look
    assert not window.batch.preview.picture.is_blank
    press(Qt.Key.Key_Space)
    window.rest()
    assert window.batch.step == ISSUE
    for _ in range(2):
        QTest.keyClicks(QApplication.focusWidget(), "twelve words or so")
        press(Qt.Key.Key_Return)
    window.rest()
    assert window.batch.step == MAKE
    assert "已出证 12 张" in window.batch.make.outcome.bar.text
    window.batch.make.place.setText(str(tmp_path / "证书.pdf"))
    window.batch.make.start_button.setFocus()
    press(Qt.Key.Key_Space)
    window.rest()
    assert "已生成 12 张证书" in window.batch.make.outcome.bar.text
    with pypdfium2.PdfDocument(tmp_path / "证书.pdf") as made:
        assert len(made) == COMPANIES
    assert [row.printed for row in window.rows()] == [1] * COMPANIES
    window.batch.make.left.emit()
    window.rest()
    assert window.register.isVisible()
    assert window.register.model.rowCount() == COMPANIES
    assert not window.page._issue.isVisible()


def test_only_some(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.page.begin_batch()
    window.rest()
    choose = window.batch.choose
    choose.scope.choose(SOME)
    window.rest()
    assert not window.batch.bar.next.isEnabled()
    choose.table.selectRow(1)
    choose.table.selectionModel().select(
        choose.model.index(4, 0),
        choose.table.selectionModel().SelectionFlag.Select | choose.table.selectionModel().SelectionFlag.Rows,
    )
    wanted = {choose.model.row(place).name for place in (1, 4)}
    for text, said, shown in (
        (choose.model.row(4).name, "已选 2 家，其中 1 家不在当前列表中", 1),
        ("没有这家", "其中 2 家", 0),
    ):
        choose.search.setText(text)
        choose.search.searched.emit(text)
        window.rest()
        assert said in choose._told.text()
        assert len(choose.table.chosen_keys) == shown
        assert window.batch.bar.next.isEnabled()
    choose.search.setText("")
    choose.search.searched.emit("")
    window.rest()
    assert choose.table.chosen_ranges == ((1, 2), (4, 5))
    choose.none.click()
    assert not window.batch.bar.next.isEnabled()
    for place in (1, 4):
        flags = choose.table.selectionModel().SelectionFlag
        choose.table.selectionModel().select(choose.model.index(place, 0), flags.Select | flags.Rows)
    window.go_on()
    window.go_on()
    assert window.batch.bar.next.text() == "出证 2 张"
    window.type_passphrase(PASSPHRASE, PASSPHRASE)
    window.go_on()
    assert {row.holder for row in window.rows()} == wanted


def test_stopped_companies_are_named_and_left_out(opened: Open, waiting: Office) -> None:
    name = take_code_from(waiting, 3)
    window = opened(waiting)
    window.page.begin_batch()
    window.go_on()
    check = window.batch.check
    assert window.batch.step == CHECK
    assert check._bar.text == "11 家企业可以出证。1 家没有通过检查，这次不出证，也不占编号。"
    assert check.model.row(0).name == name
    check.table.selectRow(0)
    assert check._whole.text() == "没有统一社会信用代码。请补上后再出证。"
    for _ in range(2):
        window.go_on()
    window.type_passphrase(PASSPHRASE, PASSPHRASE)
    window.go_on()
    assert len(window.rows()) == COMPANIES - 1
    assert name not in {row.holder for row in window.rows()}


def test_a_stopped_company_is_opened_mended_and_checked_again(opened: Open, waiting: Office) -> None:
    take_code_from(waiting, 3)
    window = opened(waiting)
    window.page.begin_batch()
    window.go_on()
    went: list[tuple[str, str]] = []
    window.batch.check.company_wanted.connect(lambda key: went.append(("companies", key)))
    window.batch.check._open.click()
    window.rest()
    (_, company_id), *_ = went
    assert window.shell.page is window.shell._pages["companies"]
    detail = details.detail(waiting, company_id)
    assert detail.values["uscc"] == ""
    mended = CompanyDraft(name=detail.values["name"], uscc="91350100M000100Y43", province_code="35", province="福建省")
    editing.save(waiting, mended, company_id, detail.row_version)
    window.shell.go("certificates")
    window.batch.check._again.click()
    window.rest()
    assert window.batch.step == PREVIEW
    assert len(window.batch.ready) == COMPANIES


def test_the_preview_shows_the_first_the_longest_and_any(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.page.begin_batch()
    window.go_on()
    preview = window.batch.preview
    ready = preview._source.rows
    first, longest = ready[0].name, max((row.name for row in ready), key=len)
    assert preview.picture.accessibleName() == f"{first}的证书"
    preview.samples.choose(LONGEST)
    window.rest()
    assert preview.picture.accessibleName() == f"{longest}的证书"
    preview.search.setText(ready[5].name)
    preview.search._search()
    window.rest()
    assert preview.model.rowCount() == 1
    preview.table.selectRow(0)
    window.rest()
    assert preview.picture.accessibleName() == f"{ready[5].name}的证书"
    assert window.rows() == []


def test_back_and_cancel_leave_nothing(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.to_issue_step()
    for step in (PREVIEW, CHOOSE):
        window.batch.bar._back.click()
        assert window.batch.step == step
    window.batch.bar._leave.click()
    assert window.page.empty.isVisible()
    assert window.rows() == []
    assert not keys.is_set_up(waiting)


def test_the_date_is_said_and_a_clock_of_another_year_is_doubted(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.to_issue_step()
    step = window.batch.issue
    assert step._dated.text() == f"出证日期：{waiting.today}"
    assert not step.bar.isVisible()
    back = opened(replace(waiting, fixed_day=dt.date(waiting.today.year - 1, 3, 15)))
    back.to_issue_step()
    assert "时钟" in back.batch.issue.bar.text
    assert back.batch.bar.next.isEnabled()


def test_stopping_the_issue_leaves_nothing(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.to_issue_step()
    window.type_passphrase(PASSPHRASE, PASSPHRASE)
    window.batch.bar.next.click()
    assert not window.batch.bar.next.isEnabled()
    window.batch.progress._stop.click()
    window.rest()
    assert window.rows() == []
    assert window.batch.issue.bar.text == "已停止。没有编号，什么都没有改动。"
    assert window.batch.bar.next.isEnabled()


def test_passphrases_are_refused_in_their_place(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.to_issue_step()
    note = window.batch.issue.passphrase._note
    window.go_on()
    assert note.text == "请输入口令。"
    window.type_passphrase(PASSPHRASE, "另一个")
    window.go_on()
    assert note.text == "两次输入不一样，请重新输入。"
    window.type_passphrase("短", "短")
    window.go_on()
    assert "至少要" in note.text
    assert window.rows() == []
    assert not window.shell._messages.isVisible()


def test_a_wrong_passphrase_issues_nothing_and_the_right_one_is_asked_once_a_day(opened: Open, waiting: Office) -> None:
    vault.set_up(waiting, PASSPHRASE)
    window = opened(waiting)
    window.to_issue_step()
    asked = window.batch.issue.passphrase
    assert not asked._two.isVisible()
    window.type_passphrase("不是这个口令")
    window.go_on()
    assert asked._note.text.startswith("发证口令不对")
    assert window.rows() == []
    window.type_passphrase(PASSPHRASE)
    window.go_on()
    assert len(window.rows()) == COMPANIES
    assert window.page._desk.keys is not None
    window.batch.work.ask_passphrase(1)
    window.rest()
    assert not asked._one.isVisible()
    assert asked._one.text() == ""


@pytest.mark.parametrize("missing", ["association_name", "verification_prefix"])
def test_missing_settings_are_said_with_the_way_there(opened: Open, waiting: Office, missing: str) -> None:
    preferences.change(waiting, {missing: ""})
    window = opened(waiting)
    assert window.page.notice.text.startswith("现在还不能出证：设置里没有填写")
    window.page.begin_batch()
    assert not window.batch.isVisible()
    window.page.notice._button.click()
    window.rest()
    assert window.shell.page is window.shell._pages["settings"]


def test_the_home_page_and_the_campaign_can_begin_a_batch(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.shell.go("certificates", "issue")
    window.rest()
    assert window.batch.isVisible()


def test_another_year_ends_a_batch_that_is_not_issued(opened: Open, waiting: Office) -> None:
    years.open_year(waiting, years.suggestion(waiting, 2027))
    window = opened(waiting)
    window.shell._turn_to(2026)
    window.rest()
    window.page.begin_batch()
    window.rest()
    assert window.batch.isVisible()
    window.shell._turn_to(2027)
    window.rest()
    assert not window.batch.isVisible()
    assert window.page.empty.isVisible()


def test_without_a_year_the_page_leads_to_the_campaign(opened: Open, empty: Office) -> None:
    window = opened(empty)
    visible = [made for made in window.page.empty.findChildren(QPushButton) if made.isVisible()]
    assert [made.text() for made in visible] == ["去主题活动"]
    visible[0].click()
    window.rest()
    assert window.shell.page is window.shell._pages["campaign"]
