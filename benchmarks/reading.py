"""Reading a list of 10,000 companies in 15 columns: ours, in its own process and with every check, against openpyxl.

``python -m benchmarks.reading [--rows N] [--rounds N]``. *start* is the interpreter with our imports and nothing read;
*bare calamine* is the parser alone, without a process of its own, limits, header or row numbers.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.harness import Way, compare, report

HEADERS = [
    *("序号", "企业名称", "统一社会信用代码", "曾用名", "会员编号", "会员级别", "法定代表人", "省份", "城市", "地址"),
    *("所属行业", "联系人", "联系电话", "电子邮箱", "承诺产品"),
]


def _company(number: int) -> list[str | int]:
    from qc_desktop.domain.uscc import check_character

    first17 = f"91320{number % 600:03}MA1{number:06}"
    name, code = f"示例第{number}号质量检测设备制造有限公司", first17 + check_character(first17)
    return [
        *(number, name, code, "示例曾用名公司", f"HY-{number:06}", "会员单位", "示例某", "江苏省", "南通市"),
        *(f"示例路{number}号", "通用设备制造业", "示例某某", f"138{number:08}", f"a{number}@example.invalid"),
        "示例检测设备、示例仪器",
    ]


def write_sample(path: Path, rows: int) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名单")
        sheet.write_row(0, 0, HEADERS)
        for number in range(1, rows + 1):
            sheet.write_row(number, 0, _company(number))


def _start(_path: Path) -> int:
    import qc_desktop.exchange.reading.lists  # noqa: F401

    return 1


def _read(path: Path) -> int:
    from qc_desktop.exchange.reading.lists import read_table

    return len(read_table(path).rows)


def _check(path: Path) -> int:
    from qc_desktop.domain.company_rows import to_company, to_pledge
    from qc_desktop.exchange.columns import map_columns
    from qc_desktop.exchange.reading.lists import read_table, records
    from qc_desktop.reference import admin_divisions, industries

    table = read_table(path)
    for _, cells in records(table, map_columns(table.headers)):
        to_company(cells, admin_divisions(), industries())
        to_pledge(cells)
    return len(table.rows)


def _calamine(path: Path) -> int:
    import python_calamine

    return len(python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()) - 1


def _openpyxl(path: Path, *, read_only: bool = False) -> int:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=read_only)
    return sum(1 for _ in book.active.iter_rows(values_only=True)) - 1


def _openpyxl_read_only(path: Path) -> int:
    return _openpyxl(path, read_only=True)


WAYS = {
    "read_table": _read,
    "read_table and all row findings": _check,
    "start": _start,
    "bare calamine": _calamine,
    "openpyxl": _openpyxl,
    "openpyxl read_only": _openpyxl_read_only,
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--file", type=Path)
    asked = parser.parse_args()
    if asked.way:
        WAYS[asked.way](asked.file)
        report(asked.rows)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        write_sample(path, asked.rows)
        line = ("-m", "benchmarks.reading", "--rows", str(asked.rows), "--file", str(path), "--way")
        ways = [Way(name, (*line, name)) for name in WAYS]
        compare(f"Reading {asked.rows} × {len(HEADERS)} .xlsx", ways, asked.rounds, unit="row")


if __name__ == "__main__":
    main()
