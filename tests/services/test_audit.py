"""The audit trail in words: what changed, by whom, on which PC, and whether it can still be taken back."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services import history, preferences
from qc_desktop.services.audit import details, exporting, listing
from qc_desktop.services.audit.details import Detail
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.audit.words import PERSONAL, field_words, is_told
from qc_desktop.services.companies import entering
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.entering import Entered, Entry
from qc_desktop.services.layouts import versions
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Base
from qc_desktop.storage.tables.base import Tracked
from tests.samples import Year, refused

ZH = messages("zh_CN")
EN = messages("en")
NAME = "示例松涛仪器有限公司"


def entered(office: Office, name: str = NAME, **fields: str) -> Entered:
    contacts = (ContactRow("示例联系人", "138 0000 0000", "a@example.org"),)
    return entering.enter(office, Entry(CompanyDraft(name, **fields), contacts=contacts))


def changed(office: Office, before: Entered, **fields: str) -> Entered:
    draft = CompanyDraft(before.detail.values["name"], **fields)
    return entering.enter(office, Entry(draft, before.detail.id, before.detail.row_version))


def told(found: Detail) -> dict[str, tuple[str, str]]:
    return {line.field: (line.before, line.after) for line in found.lines}


def test_an_act_names_its_layout(office: Office) -> None:
    row = versions.create(office, load_layout("pledge_display_certificate"), "示例版式")
    versions.use(office, row)
    versions.use(office, replace(row, id="", name=""))
    said = [history.act(ZH, command) for command in history.commands(office, 3)]
    assert said == ["启用版式：承诺展示公告证明", "启用版式：示例版式", "新建版式：示例版式"]
    entered(office)
    assert NAME not in history.act(ZH, history.commands(office, 1)[0])  # the column beside it says so


def test_every_changed_field_is_told_with_its_glossary_name(office: Office) -> None:
    first = entered(office, website="https://example.org/a")
    second = changed(office, first, website="https://example.org/b", hotline="400-000-0000")
    found = details.detail(office, ZH, second.command)
    assert told(found) == {"网址": ("https://example.org/a", "https://example.org/b"), "服务热线": ("", "400-000-0000")}
    assert {(line.record, line.subject) for line in found.lines} == {("企业", NAME)}
    assert found.command.company == NAME
    assert found.refusal is None
    english = details.detail(office, messages("en"), second.command)
    assert set(told(english)) == {"Website", "Hotline"}


def test_personal_columns_are_masked(office: Office) -> None:
    found = details.detail(office, ZH, entered(office).command)
    assert told(found)["联系人姓名"] == ("", "●●●")
    assert told(found)["电话"] == ("", "●●●")
    assert "138" not in str(found)
    assert "示例联系人" not in str(found)


def test_what_was_undone_still_names_its_company(office: Office) -> None:
    done = entered(office)
    history.undo(office, done.command)
    (undoing,) = listing.page(office, HistoryFilter(name="undo"))
    found = details.detail(office, ZH, undoing.seq)
    assert told(found)["企业名称"] == (NAME, "")
    assert {line.subject for line in found.lines if line.record == "企业"} == {NAME}
    assert found.refusal is not None
    with refused("undo.done_already"):
        raise details.detail(office, ZH, done.command).refusal or AssertionError


def test_a_refusal_says_what_was_changed_since(office: Office) -> None:
    first = entered(office)
    second = changed(office.acting("示例另一位"), first, hotline="400-000-0000")
    found = details.detail(office, ZH, first.command)
    assert found.refusal is not None
    assert found.refusal.code == "undo.changed_since"
    assert found.blocked_by is not None
    assert (found.blocked_by.seq, found.blocked_by.staff) == (second.command, "示例另一位")
    with refused("undo.changed_since"):
        history.undo(office, first.command)
    history.undo(office, second.command)
    assert details.detail(office, ZH, first.command).refusal is None


def test_what_others_rely_on_is_not_offered(year: Year) -> None:
    stage = next(row for row in listing.page(year.office, HistoryFilter()) if row.name == "stage_forward")
    assert details.detail(year.office, ZH, stage.seq).refusal is None
    year.issue(year.participations()[:1])
    refusal = details.detail(year.office, ZH, stage.seq).refusal
    assert refusal is not None
    assert refusal.code == "undo.built_since"
    issue = listing.page(year.office, HistoryFilter(name="certificates_issue"))[0]
    refusal = details.detail(year.office, ZH, issue.seq).refusal
    assert refusal is not None
    assert refusal.code == "undo.not_undoable"


def test_an_import_is_told_in_part_and_counted(year: Year) -> None:
    (imported,) = listing.page(year.office, HistoryFilter(name="import"))
    found = details.detail(year.office, ZH, imported.seq, limit=3)
    assert found.more == imported.rows - 3
    assert len({(line.record, line.subject) for line in found.lines}) <= 3


def test_stages_and_settings_are_said_in_words(year: Year) -> None:
    preferences.change(year.office, {"issuer_line": "示例落款"})
    (change,) = listing.page(year.office, HistoryFilter(name="settings_change"), limit=1)
    line = details.detail(year.office, ZH, change.seq).lines[0]
    assert (line.record, line.subject, line.after) == ("设置", "落款", "示例落款")
    preferences.change(year.office, {"certificate_number_pattern": "ZL-{year}-{seq:08}"})
    (change,) = listing.page(year.office, HistoryFilter(name="settings_change"), limit=1)
    line = details.detail(year.office, ZH, change.seq).lines[0]
    assert (line.subject, line.after) == ("证书编号格式", "ZL-{年度}-{8位流水号}")
    assert details.detail(year.office, EN, change.seq).lines[0].after == "ZL-{year}-{8-digit number}"
    stage = next(row for row in listing.page(year.office, HistoryFilter()) if row.name == "stage_forward")
    fields = told(details.detail(year.office, ZH, stage.seq))
    assert fields["阶段"] == (ZH.text("stage.material_review"), ZH.text("stage.announced"))


def test_the_list_is_narrowed_by_person_action_period_and_company(office: Office) -> None:
    first = entered(office)
    other = entered(office.acting("示例另一位"), "示例远山家居有限公司")
    changed(office, first, hotline="400-000-0000")

    def seqs(**wanted: object) -> list[int]:
        asked = HistoryFilter(**wanted)  # type: ignore[arg-type]
        found = [row.seq for row in listing.page(office, asked)]
        assert listing.count(office, asked) == len(found)
        return found

    assert seqs(staff="示例另一位") == [other.command]
    assert seqs(text="远山") == [other.command]
    assert len(seqs(text="松涛")) == 2
    assert seqs(name="company_change", text="远山") == []
    today = dt.datetime.now(dt.UTC).astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    assert len(seqs(since=today)) == 3
    assert seqs(until=today - dt.timedelta(days=1)) == []
    assert len(seqs(until=today)) == 3
    assert set(listing.choices(office).staff) == {office.author.staff, "示例另一位"}


def test_pages_follow_each_other(office: Office) -> None:
    for place in range(7):
        entered(office, f"示例第{place}有限公司")
    whole = [row.seq for row in listing.page(office, HistoryFilter())]
    parts = [row.seq for offset in (0, 3, 6) for row in listing.page(office, HistoryFilter(), offset, 3)]
    assert whole == parts == sorted(whole, reverse=True)


def test_the_trail_is_exported_with_masks_and_as_text(office: Office, tmp_path: Path) -> None:
    entered(office, address="=1+1")
    path = tmp_path / "修改记录.xlsx"
    assert finish(exporting.export(office, ZH, HistoryFilter(), path)) == 1
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert cells[0][:5] == ["序号", "时间", "操作人", "电脑", "操作"]
    assert cells[1][2] == office.author.staff
    assert "地址：=1+1" in cells[1][7]
    assert "138" not in str(cells)
    finish(exporting.export(office, ZH, HistoryFilter(), path.with_suffix(".csv")))
    with path.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as stream:
        assert next(csv.reader(stream))[0] == "序号"
    with refused("roster.format"):
        finish(exporting.export(office, ZH, HistoryFilter(), path.with_suffix(".pdf")))


def test_an_export_that_is_stopped_leaves_no_file(office: Office, tmp_path: Path) -> None:
    entered(office)
    job = exporting.export(office, ZH, HistoryFilter(), tmp_path / "修改记录.xlsx")
    next(job)
    job.close()
    assert list(tmp_path.glob("修改记录*")) == []


def test_an_unknown_number_is_refused(office: Office) -> None:
    with pytest.raises(UserError) as caught:
        details.detail(office, ZH, 999)
    assert ZH.of(caught.value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_of_every_tracked_table_has_a_name(lang: str) -> None:
    words = messages(lang)
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Tracked):
            table = mapper.class_.__tablename__
            assert words.text(f"record.{table}")
            assert table in PERSONAL
            for attribute in mapper.column_attrs:
                column = attribute.key
                assert not is_told(table, column) or field_words(words, table, column)


def test_undo_holds_across_a_restart(office: Office, opened: Callable[[Path], Office]) -> None:
    done = entered(office)
    office.close()
    again = replace(opened(office.profile.root), fixed_day=office.fixed_day)
    assert history.stands(again, done.command)
    assert history.undo(again, done.command).company == NAME
    assert not history.stands(again, done.command)
