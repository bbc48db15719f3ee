"""用印登记表 and 领取签收单: runs of numbers, copies, room to sign, nobody's name."""

from __future__ import annotations

import docx
import openpyxl
import pytest

from qc_desktop.domain.printing import RECEIPTS, SEAL_REGISTER
from qc_desktop.domain.progress import finish
from qc_desktop.services.certificates import papers, print_batches, print_mending, print_sending, register
from tests.documents.test_roster import pages_of
from tests.printing.queues import KeepingQueue
from tests.samples import refused

N = "QC-2026-315-{:06}".format


@pytest.fixture
def batch(issued, tmp_path):
    """1, 2 and 4 were printed; 2 was spoiled once."""
    batch_id = print_batches.create(issued.office, [N(1), N(2), N(4)], "示例打印机")
    queue = KeepingQueue(tmp_path / "paper")
    finish(print_sending.send(issued.office, batch_id, queue))
    print_mending.damage(issued.office, batch_id, [N(2)], "卡纸")
    return batch_id


def printed(office, tmp_path, places):
    """The sheets of a batch that came out whole."""
    batch_id = print_batches.create(office, [N(place) for place in places], "示例打印机", reason="示例")
    finish(print_sending.send(office, batch_id, KeepingQueue(tmp_path / "paper")))
    return papers.of_batch(office, batch_id)


def rows(path):
    return [tuple(cell for cell in row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]


def test_the_seal_register_has_a_row_for_each_run_of_numbers_and_room_to_sign(issued, tmp_path, batch):
    sheets = papers.of_batch(issued.office, batch)
    path = finish(papers.write(issued.office, SEAL_REGISTER, sheets, tmp_path / "用印.xlsx"))
    title, subtitle, head, *body = rows(path)
    assert title[0] == "用印登记表"
    assert subtitle[0].endswith("共3份")
    assert [cell.strip("　") for cell in head] == [
        *("序号", "日期", "文件名称", "编号范围", "份数", "用印人", "审批人", "经办人", "备注")
    ]
    assert body[:3] == [
        ("1", "2026年3月15日", "承诺展示公告证明", N(1), "1", None, None, None, None),
        ("2", "2026年3月15日", "承诺展示公告证明", N(4), "1", None, None, None, None),
        ("3", "2026年3月15日", "承诺展示公告证明", N(2), "1", None, None, None, "第2份"),
    ]
    assert not any(any(row) for row in body[3:])


def test_the_receipts_name_every_company_once_and_nobody_else(issued, tmp_path, batch):
    sheets = printed(issued.office, tmp_path, (3, 1, 2))
    pdf = finish(papers.write(issued.office, RECEIPTS, sheets, tmp_path / "签收.pdf"))
    text = "".join(pages_of(pdf))
    for place in (1, 2, 3):
        row = register.row(issued.office, N(place))
        assert text.count(row.number) == 1
        assert row.holder in text
    assert "领取人" in text
    assert "签字" in text
    written = finish(papers.write(issued.office, RECEIPTS, sheets, tmp_path / "签收.docx"))
    cells = [[cell.text for cell in row.cells] for row in docx.Document(written).tables[0].rows]
    assert [row[2] for row in cells[1:]] == [N(1), N(2), N(3)]
    assert all(row[3:] == ["1", "", "", ""] for row in cells[1:])


def test_a_run_is_one_row(issued, tmp_path):
    sheets = printed(issued.office, tmp_path, range(1, 5))
    path = finish(papers.write(issued.office, SEAL_REGISTER, sheets, tmp_path / "a.xlsx"))
    assert rows(path)[3][3:5] == (f"{N(1)}～{N(4)}", "4")


def test_nothing_and_another_ending_are_refused(issued, tmp_path):
    with refused("certificate.nothing_selected"):
        finish(papers.write(issued.office, RECEIPTS, (), tmp_path / "a.pdf"))
    sheets = printed(issued.office, tmp_path, (1,))
    with refused("exchange.unknown_format"):
        finish(papers.write(issued.office, RECEIPTS, sheets, tmp_path / "a.txt"))
    with refused("print.unknown_batch"):
        papers.of_batch(issued.office, "nope")
