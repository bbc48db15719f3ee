from __future__ import annotations

import dataclasses
import tomllib

import pytest

from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.exchange import columns
from qc_desktop.exchange.reading.table import Row, Table
from qc_desktop.paths import resource


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("企业名称", "name"),
        (" 单 位\n名称 * ", "name"),
        ("信用代码（18位）", "uscc"),
        ("信用代码(必填)：", "uscc"),
        ("统一社会信用代码/税号", "uscc"),
        ("联系电话", "contact_phone"),
        ("所在省份", "province"),
        ("省／直辖市", "province"),
        ("Email", "contact_email"),
        ("承诺产品", "products"),
        ("执行标准", "standards"),
        ("签署人", "signatory"),
        ("签署日期", "signed_on"),
        ("注册日期", None),
        ("", None),
    ],
)
def test_headers_as_offices_write_them(header, field):
    assert columns.field_of(header) == field


def test_a_long_cell_is_no_header_and_costs_no_time():
    assert columns.field_of("(" * 32_000) is None


def test_no_header_means_two_things_and_every_field_exists():
    stored = tomllib.loads(resource("exchange", "company_columns.toml").read_text(encoding="utf-8"))
    lists = [*(stored["company"] | stored["pledge"]).values(), stored["ignored"]["columns"]]
    normal = [columns.normalise(header) for headers in lists for header in headers]
    assert len(normal) == len(set(normal))
    known = {field.name for draft in (CompanyDraft, PledgeDraft) for field in dataclasses.fields(draft)}
    assert set(stored["company"] | stored["pledge"]) <= known
    assert known - set(stored["company"] | stored["pledge"]) == {"province_code", "province_derived"}


def test_of_two_columns_with_one_meaning_the_first_counts():
    assert columns.map_columns(["序号", "企业名称", "单位名称", "省份"]) == {1: "name", 3: "province"}


def test_a_fingerprint_knows_a_form_by_its_headers():
    assert columns.fingerprint(["企业名称*", "代码 "]) == columns.fingerprint(["企业名称", "代码"])
    assert columns.fingerprint(["代码", "企业名称"]) != columns.fingerprint(["企业名称", "代码"])


def test_a_column_that_is_not_imported_is_said_and_an_empty_one_is_not():
    headers = ("序号", "企业名称", "企业名称", "资本", "空", "")
    rows = (Row(2, ("1", "示例", "例", "5万", "", "x")),)
    table = Table("a", "", (), 1, headers, rows)
    found = columns.unmapped(table, columns.map_columns(headers))
    assert [(f.code, f.params["column"]) for f in found] == [
        ("row.column_twice", "C"),
        ("row.column_unknown", "D"),
        ("row.column_unnamed", "F"),
    ]


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters(index, letter):
    assert columns.column_letter(index) == letter
