"""Files that are not what they say, or mean harm, are refused in words before anything is unpacked."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading.lists import read_table
from qc_desktop.exchange.reading.sniff import FileKind, sniff
from qc_desktop.exchange.reading.workbooks import read_workbook

from .conftest import GOOD, HEADERS

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_table(path)
    return caught.value.code


def zipped(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "exchange.empty"),
        (b" \r\n\r\n", "exchange.empty"),
        (b"%PDF-1.7 \n", "exchange.not_a_table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "exchange.not_a_table"),
        (bytes(range(32)) * 100, "exchange.not_a_table"),
        (b"<html><table><tr><td>\xe4\xbc\x81</td></tr></table></html>", "exchange.web_page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "exchange.web_page"),
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "exchange.encrypted"),
        (OLE + bytes(500) + "WordDocument".encode("utf-16-le"), "exchange.not_a_table"),
        (OLE + bytes(500) + "Workbook".encode("utf-16-le"), "exchange.damaged"),
        (zipped({"word/document.xml": b"<w/>"}), "exchange.not_a_table"),
        (zipped({"xl/workbook.xml": b"<workbook/>"}), "exchange.damaged"),
        (zipped({"xl/workbook.xml": bytes(30_000_000)}), "exchange.unpacks_too_large"),
        (b"PK\x03\x04" + bytes(100), "exchange.damaged"),
        (b"PK\x05\x06" + bytes(18), "exchange.not_a_table"),
    ],
)
def test_what_is_no_list_is_refused_whatever_its_name(text_file, content, code):
    assert {refusal(text_file(content, name)) for name in ("a.xlsx", "a.xls", "a.et", "a.csv")} == {code}


def test_a_bomb_that_lies_about_its_size_is_refused(text_file):
    honest = zipped({"xl/workbook.xml": bytes(30_000_000)})
    size = (30_000_000).to_bytes(4, "little")
    assert honest.count(size) == 2
    assert refusal(text_file(honest.replace(size, (1000).to_bytes(4, "little")), "a.xlsx")) == "exchange.damaged"


def test_the_sum_of_what_is_unpacked_is_bounded(text_file, monkeypatch):
    import random

    content = zipped({f"xl/{i}": random.Random(i).randbytes(20_000) for i in range(10)})
    monkeypatch.setattr(limits, "FILE_BYTES", 199_999)
    with pytest.raises(UserError, match=r"exchange\.too_large"):
        sniff(text_file(content, "a.xlsx"))
    monkeypatch.setattr(limits, "FILE_BYTES", len(content) + 1)
    assert sniff(text_file(content, "a.xlsx")) is FileKind.WORKBOOK


def test_a_zip_with_a_password_is_named_as_such(text_file):
    content = bytearray(zipped({"xl/workbook.xml": b"<workbook/>"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(text_file(bytes(content), "a.xlsx")) == "exchange.encrypted"


def test_every_truncation_is_refused(workbook):
    path = workbook([HEADERS, GOOD])
    whole = path.read_bytes()
    for end in range(10, len(whole), 500):
        path.write_bytes(whole[:end])
        assert refusal(path) == "exchange.damaged"
    path.write_bytes(whole)
    assert len(read_table(path).rows) == 1


def test_missing_files_and_folders_have_their_own_words(tmp_path):
    assert refusal(tmp_path / "没有.xlsx") == "exchange.not_found"
    assert refusal(tmp_path) == "exchange.is_folder"


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.csv")
    assert refusal(tmp_path / "a.csv") == "exchange.not_a_table"


def test_text_has_a_limit_of_its_own(text_file, monkeypatch):
    monkeypatch.setattr(limits, "TEXT_BYTES", 30)
    assert refusal(text_file("企业名称\n" + "示例公司" * 10)) == "exchange.too_large"


def test_the_content_decides_not_the_extension(workbook, text_file):
    assert len(read_table(workbook([HEADERS, GOOD], name="其实是表格.csv")).rows) == 1
    assert len(read_table(text_file(",".join(HEADERS) + "\n" + ",".join(GOOD), "其实是文本.xlsx")).rows) == 1


def test_entities_are_not_expanded(workbook):
    path = workbook([HEADERS, ["EXAMPLE", *GOOD[1:]]])
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name) for name in source.namelist()}
    outside = path.parent / "secret.txt"
    outside.write_text("机密", encoding="utf-8")
    entities = f'<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b SYSTEM "{outside.as_uri()}">]>'.encode()
    sheet = members["xl/worksheets/sheet1.xml"]
    assert b"EXAMPLE" in sheet
    members["xl/worksheets/sheet1.xml"] = entities + sheet.replace(b"EXAMPLE", b"x&a;&b;y")
    path.write_bytes(zipped(members))
    try:
        read = str(read_table(path).rows)
    except UserError as error:
        read = error.code
    assert "哈哈" not in read
    assert "机密" not in read


def test_a_parser_that_takes_too_long_is_killed(workbook):
    path = workbook([HEADERS, GOOD])
    with pytest.raises(UserError) as caught:
        read_workbook(path, seconds=0.001)
    assert caught.value.code == "exchange.too_slow"


def test_a_cell_at_the_far_corner_does_not_take_the_memory(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(HEADERS)
    book.active.append(GOOD)
    book.save(tmp_path / "near.xlsx")
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    assert refusal(tmp_path / "far.xlsx") == "exchange.too_heavy"
    assert len(read_table(tmp_path / "near.xlsx").rows) == 1


def test_memory_is_limited_and_enough_of_it_reads(workbook):
    path = workbook([HEADERS, *[[f"示例{i}有限公司" * 20, "", "福建"] for i in range(20_000)]])
    with pytest.raises(UserError) as caught:
        read_workbook(path, memory=8 * 2**20)
    assert caught.value.code == "exchange.too_heavy"
    assert len(read_workbook(path).rows) == 20_001


def test_damaged_old_workbooks_are_read_or_refused_never_worse(tmp_path):
    import random

    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("名单")
    for row in range(200):
        for column, cell in enumerate(HEADERS if row == 0 else GOOD):
            sheet.write(row, column, cell)
    book.save(tmp_path / "a.xls")
    whole = (tmp_path / "a.xls").read_bytes()
    chance = random.Random(20260315)
    refused = 0
    for _ in range(15):
        damaged = bytearray(whole)
        for _ in range(30):
            damaged[chance.randrange(512, len(damaged))] = chance.randrange(256)
        (tmp_path / "b.xls").write_bytes(damaged[: chance.randrange(1000, len(damaged) + 1)])
        try:
            read_table(tmp_path / "b.xls")
        except UserError:
            refused += 1
    assert refused > 0
    assert len(read_table(tmp_path / "a.xls").rows) == 199
