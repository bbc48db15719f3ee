"""The form that companies get: what is open, what is locked, what its lists offer; and hostile ones that come back."""

from __future__ import annotations

import datetime as dt
import io
import json
import multiprocessing
import subprocess
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.reading import form_process, form_worker
from qc_desktop.exchange.reading.form_process import FormProcess, Frozen, Interpreter
from qc_desktop.exchange.reading.return_form import form_files, parsed, read_form
from qc_desktop.exchange.reading.worker import Refused
from qc_desktop.exchange.writing.return_form import FormContent, to_bytes
from tests.returned import AGREES, column, entry, fill

MOMENT = dt.datetime(2026, 1, 5, 9, 30, tzinfo=dt.UTC)
LISTS = {
    "member_tier": ("非会员", "会员单位"),
    "industry_name": ("C 制造业", "C13 农副食品加工业"),
    "province": ("北京市", "台湾省"),
    "consent": form.consents(),
}
INFO = {"campaign_id": "活动", "company_id": "企业", "year": "2026"}


def content(**values):
    known = {"name": "示例㐂𠮷有限公司", "uscc": "91350100M000100Y43", "member_no": "0012", **values}
    return FormContent(
        "2026年示例　企业回表", ("示例协会", "填写方法" * 30), known, ("示例产品",), ("GB/T 1-2020",),
        ("1. 示例条款：示例" * 8,), LISTS, INFO, MOMENT,
    )  # fmt: skip


@pytest.fixture
def sent(tmp_path):
    path = tmp_path / "示例.xlsx"
    path.write_bytes(to_bytes(content()))
    return path


def read(*paths):
    with FormProcess() as process:
        return [read_form(process, file) for file in form_files(process, paths)]


def refused_reading(path, **options):
    with FormProcess(**options) as process:
        (file,) = form_files(process, [path])
        with pytest.raises(UserError) as caught:
            read_form(process, file)
    assert caught.value.params["path"] == path.name
    return caught.value.code


def test_only_what_is_asked_for_can_be_changed(sent):
    sheet = openpyxl.load_workbook(sent)[form.SHEET]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    asked = {entry(sheet, field).coordinate for field in form.FIELDS if field not in form.LOCKED}
    asked |= {cell.coordinate for field in ("products", "standards") for cell in column(sheet, field)}
    merged = {cell: area.coord for area in sheet.merged_cells.ranges for row in area.rows for cell in row}
    open_cells = {
        sheet.cell(*merged_start).coordinate
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
        for merged_start in [_start(merged.get((cell.row, cell.column)), cell)]
    }
    assert open_cells == asked
    assert all(sheet[place].number_format == "@" for place in asked)
    assert len({sheet[place].fill.start_color.rgb for place in asked}) == 1


def _start(area, cell):
    if area is None:
        return cell.row, cell.column
    left, top, _, _ = range_boundaries(area)
    return top, left


def test_lists_lead_to_the_hidden_sheet_of_choices(sent):
    book = openpyxl.load_workbook(sent)
    sheet = book[form.SHEET]
    assert book[form.LISTS_SHEET].sheet_state == "hidden"
    assert book[form.INFO_SHEET].sheet_state == "veryHidden"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    for field, choices in LISTS.items():
        rule = rules[entry(sheet, field).coordinate]
        assert (rule.type, rule.allow_blank) == ("list", True)
        name, area = rule.formula1.split("!")
        cells = [cell.value for (cell,) in book[name][area.replace("$", "")]]
        assert tuple(cells) == choices
    assert rules[entry(sheet, "uscc").coordinate].prompt


def test_it_prints_on_one_page_across(sent):
    sheet = openpyxl.load_workbook(sent)[form.SHEET]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sum(sheet.column_dimensions[letter].width for letter in "ABCD") <= 98
    clause = next(row[0] for row in sheet.iter_rows() if str(row[0].value).startswith("1. 示例条款"))
    assert sheet.row_dimensions[clause.row].height > 20


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "0012", "㐂𠮷", "长" * 300, "甲\n乙"])
def test_what_is_printed_comes_back_as_it_was(tmp_path, text):
    path = tmp_path / "a.xlsx"
    path.write_bytes(to_bytes(content(address=text)))
    (found,) = read(path)
    assert found.cells["address"] == text
    assert found.cells["uscc"] == "91350100M000100Y43"
    assert (found.products, found.standards) == (("示例产品",), ("GB/T 1-2020",))
    assert {key: found.info[key] for key in INFO} == INFO
    assert form.is_marked(path, INFO)


def test_what_is_typed_comes_back_also_where_rows_were_added(sent):
    fill(
        sent,
        {**AGREES, "signed_on": dt.date(2026, 3, 1), "hotline": "０１０"},
        ["甲", "乙"],
        also=lambda book: book[form.SHEET].insert_rows(3, 2),
    )
    (found,) = read(sent)
    assert (found.cells["signed_on"], found.cells["hotline"]) == (dt.date(2026, 3, 1), "０１０")
    assert found.products == ("甲", "乙")


def test_a_renamed_sheet_and_a_lost_hidden_one_are_read_all_the_same(sent):
    def change(book):
        del book[form.INFO_SHEET]
        book[form.SHEET].title = "Sheet1"

    (found,) = read(fill(sent, also=change))
    assert found.info == {}
    assert found.cells["name"] == "示例㐂𠮷有限公司"


def test_a_list_of_companies_is_no_form(tmp_path):
    book = openpyxl.Workbook()
    book.active.append([form.label(field) for field in form.FIELDS])
    book.active.append(["值"] * len(form.FIELDS))
    book.save(tmp_path / "名单.xlsx")
    with FormProcess() as process:
        (file,) = form_files(process, [tmp_path / "名单.xlsx"])
        found = read_form(process, file)
    assert set(found.cells.values()) == {""}  # labels stand beside labels: nothing was filled in


HOSTILE = {
    "空.xlsx": (b"", "exchange.empty"),
    "坏.xlsx": (b"PK\x03\x04junk", "exchange.damaged"),
    "网页.xls": (b"<html><table>", "exchange.not_a_table"),
    "文字.et": ("企业名称,示例".encode(), "exchange.not_a_table"),
    "老.xls": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "exchange.not_a_table"),
    "加密.xlsx": (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "exchange.encrypted",
    ),
    "公文.docx": (b"PK\x03\x04", "returns.not_a_form"),
    "图.png": (b"\x89PNG", "returns.not_a_form"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_form_is_refused_in_words(tmp_path, name):
    (tmp_path / name).write_bytes(HOSTILE[name][0])
    assert refused_reading(tmp_path / name) == HOSTILE[name][1]


def test_a_bomb_is_refused_before_it_unpacks(tmp_path):
    with zipfile.ZipFile(tmp_path / "弹.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (30 * 2**20))
    assert refused_reading(tmp_path / "弹.xlsx") == "exchange.unpacks_too_large"


def test_a_file_beyond_the_limit_is_not_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "FORM_BYTES", 100)
    (tmp_path / "a.xlsx").write_bytes(b"PK" * 100)
    with pytest.raises(form_worker.Refused) as caught:
        form_worker._content(tmp_path / "a.xlsx", "")
    assert caught.value.code == "exchange.too_large"


def test_a_far_away_cell_costs_no_memory(sent):
    def far(book):
        book[form.SHEET].cell(1_048_000, 16_000).value = "x"

    assert refused_reading(fill(sent, also=far), memory=256 * 2**20) in ("exchange.too_heavy", "exchange.damaged")


class Popen(subprocess.Popen):
    started: ClassVar[list[subprocess.Popen]] = []

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.started.append(self)


def test_one_that_takes_too_long_is_killed_and_the_next_is_read(sent, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", Popen)
    Popen.started.clear()
    with FormProcess() as process:
        (file,) = form_files(process, [sent])
        read_form(process, file)
        process._seconds = 0.0
        with pytest.raises(UserError, match=r"exchange\.too_slow"):
            read_form(process, file)
        process._seconds = limits.FORM_SECONDS
        assert read_form(process, file).cells["member_no"] == "0012"
    assert len(Popen.started) == 2
    assert all(each.poll() is not None for each in Popen.started)


def test_many_files_take_one_process(sent, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", Popen)
    Popen.started.clear()
    for number in range(5):
        (sent.parent / f"{number}.xlsx").write_bytes(sent.read_bytes())
    assert len(read(sent.parent)) == 6
    assert len(Popen.started) == 1


@pytest.mark.parametrize("way", [Interpreter, Frozen])
def test_a_process_that_dies_is_answered_for_and_leaves_nothing(sent, way):
    worker = way(limits.PARSE_MEMORY, 5)
    question = json.dumps({"path": str(sent), "member": ""}).encode()
    assert json.loads(worker.ask(question, 20))["rows"]
    worker._process.kill()
    worker._process.wait() if way is Interpreter else worker._process.join()
    assert worker.ask(question, 5) == b""
    worker.end()
    assert multiprocessing.active_children() == []


def test_a_frozen_build_reads_the_same(sent, monkeypatch):
    plain = read(sent)
    monkeypatch.setattr(form_process, "_start", Frozen)
    assert read(sent) == plain


def test_folders_are_gone_through_without_what_systems_leave(sent):
    folder = sent.parent
    (folder / "甲" / "乙").mkdir(parents=True)
    (folder / "甲" / "乙" / "深.xlsx").write_bytes(sent.read_bytes())
    for name in ("~$示例.xlsx", "Thumbs.db", ".DS_Store", "半.xlsx.part"):
        (folder / name).write_bytes(b"x")
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "a.xlsx").write_bytes(b"x")
    (folder / "断.xlsx").symlink_to("/nowhere")
    with FormProcess() as process:
        found = {file.name: file for file in form_files(process, [folder])}
        assert set(found) == {"示例.xlsx", str(Path("甲", "乙", "深.xlsx")), "断.xlsx"}
        with pytest.raises(UserError, match=r"exchange\.not_found"):
            read_form(process, found["断.xlsx"])


def packed(path, members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, stored in members.items():
            archive.writestr(name, stored)
    return path


def test_a_packed_folder_is_read_without_being_unpacked(sent, tmp_path):
    inner = sent.read_bytes()
    path = packed(tmp_path / "邮件.zip", {"../../外.xlsx": inner, "中文/内.xlsx": inner, "__MACOSX/._a.xlsx": b"x"})
    before = set(tmp_path.rglob("*"))
    with FormProcess() as process:
        files = form_files(process, [path])
        assert [file.name for file in files] == ["../../外.xlsx", "中文/内.xlsx"]
        assert all(read_form(process, file).cells["member_no"] == "0012" for file in files)
    assert set(tmp_path.rglob("*")) == before


def test_names_packed_by_windows_are_legible(sent, tmp_path):
    buffer = io.BytesIO()
    name = "示例.xlsx".encode("gb18030")
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("A" * len(name) + ".", sent.read_bytes())
    stored = buffer.getvalue().replace(b"A" * len(name) + b".", name + b".")
    (tmp_path / "旧.zip").write_bytes(stored)
    with FormProcess() as process:
        (file,) = form_files(process, [tmp_path / "旧.zip"])
    assert file.name == "示例.xlsx."


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda path: path.write_bytes(b"PK\x03\x04nothing"), "exchange.damaged"),
        (lambda path: path.write_bytes(b""), "exchange.damaged"),
        (lambda path: packed(path, {str(n): b"" for n in range(limits.FORM_FILES + 1)}), "returns.too_many_files"),
        (lambda path: bomb(path), "returns.packed_too_large"),
    ],
)
def test_a_packed_folder_that_cannot_be_read_is_refused_alone(sent, tmp_path, make, expected):
    make(tmp_path / "包.zip")
    with FormProcess() as process:
        bad, good = form_files(process, [tmp_path / "包.zip", sent])
        with pytest.raises(UserError) as caught:
            read_form(process, bad)
        assert caught.value.code == expected
        assert read_form(process, good).cells["member_no"] == "0012"


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("弹.xlsx", b"\0" * 3_000_000)


def test_what_a_packed_folder_unpacks_to_is_summed(sent, tmp_path, monkeypatch):
    path = packed(tmp_path / "大.zip", {f"{n}.xlsx": sent.read_bytes() for n in range(20)})
    assert len(form_worker.members(path)) == 20
    monkeypatch.setattr(limits, "FILE_BYTES", 15 * len(sent.read_bytes()))
    monkeypatch.setattr("pathlib.Path.stat", lambda _: SimpleNamespace(st_size=1))
    with pytest.raises(Refused, match=r"returns\.packed_too_large"):
        form_worker.members(path)


def test_a_packed_folder_with_nothing_in_it_is_nothing(tmp_path):
    with FormProcess() as process, pytest.raises(UserError, match=r"returns\.nothing_there"):
        form_files(process, [packed(tmp_path / "空.zip", {})])


CELLS = st.one_of(
    st.text(max_size=20),
    st.integers(),
    st.floats(allow_nan=False),
    st.dates(),
    st.sampled_from([form.label(field) for field in (*form.FIELDS, "number", "product", "standard")]),
)
ROWS = st.lists(st.tuples(st.integers(1, 50), st.lists(CELLS, max_size=6)), max_size=30)


@given(ROWS, ROWS)
def test_whatever_stands_in_a_sheet_is_a_form_or_none(info, rows):
    found = parsed(info, rows)
    if found is not None:
        assert "consent" in found.cells
        assert set(found.cells) <= set(form.FIELDS)
