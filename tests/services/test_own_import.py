"""The association's own fields through import, paste, bulk change and export."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from qc_desktop.domain.custom_fields import FieldKind, own_key
from qc_desktop.domain.progress import finish
from qc_desktop.exchange.reading.lists import read_table
from qc_desktop.messages import messages
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, bulk_editing, exporting, importing, planning
from qc_desktop.services.companies.bulk_values import Edit
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.planning import Plan
from qc_desktop.services.members import field_values, fields
from qc_desktop.services.office import Office
from tests.samples import add, code, refused, write_list

NAME = "示例甲有限公司"
KINDS = {
    "备案号": FieldKind.TEXT,
    "员工数": FieldKind.NUMBER,
    "走访日期": FieldKind.DATE,
    "类别": FieldKind.CHOICE,
    "已回访": FieldKind.YES_NO,
}
HEADERS = ["企业名称", "统一社会信用代码", *KINDS]


@pytest.fixture
def own(office: Office) -> dict[str, str]:
    """A field of every kind, by name."""
    return {name: fields.add(office, name, kind, ("甲类", "乙类")) for name, kind in KINDS.items()}


def planned(office: Office, folder: Path, rows: list[list[object]], headers: list[str] | None = None) -> Plan:
    return finish(planning.plan(office, write_list(folder / "示例名单.xlsx", rows, headers or HEADERS)))


def held(office: Office, name: str = NAME) -> dict[str, str]:
    return field_values.of_company(office, browsing.resolve(office, name))


def test_columns_are_known_by_the_names_of_the_fields(office: Office, own: dict[str, str], tmp_path: Path) -> None:
    row = [NAME, code(1), "A-1", 120, dt.date(2026, 3, 5), "甲类", "是"]
    plan = planned(office, tmp_path, [row, ["示例乙有限公司", code(2), "", "", "", "", "无"]])
    assert [plan.mapping[place] for place in range(2, 7)] == [own_key(own[name]) for name in KINDS]
    assert plan.findings == ()
    assert [each.outcome for each in plan.rows] == [Outcome.NEW, Outcome.NEW]
    finish(importing.commit(office, plan))
    kept = {"备案号": "A-1", "员工数": "120", "走访日期": "2026-03-05", "类别": "甲类", "已回访": "yes"}
    assert held(office) == {own[name]: value for name, value in kept.items()}
    assert held(office, "示例乙有限公司") == {own["已回访"]: "no"}
    history.undo(office)
    assert browsing.count(office, CompanyFilter()) == 0


def test_a_known_company_shows_what_changes_and_all_is_taken_back_at_once(
    office: Office, own: dict[str, str], tmp_path: Path
) -> None:
    company = add(office, NAME, code(1)).id
    field_values.save(office, company, {own["员工数"]: "100", own["备案号"]: "A-1"})
    row: list[object] = [NAME, code(1), "A-1", "１２０", "", "乙类", ""]
    plan = planned(office, tmp_path, [row])
    assert plan.rows[0].outcome is Outcome.UPDATED
    changes = {key: pair for key, pair in plan.rows[0].changes.items() if key.startswith("own:")}
    assert changes == {own_key(own["员工数"]): ("100", "120"), own_key(own["类别"]): ("", "乙类")}
    finish(importing.commit(office, plan))
    assert held(office) == {own["员工数"]: "120", own["备案号"]: "A-1", own["类别"]: "乙类"}
    assert planned(office, tmp_path, [row]).rows[0].outcome is Outcome.UNCHANGED
    history.undo(office)
    assert held(office) == {own["员工数"]: "100", own["备案号"]: "A-1"}


def test_what_a_kind_does_not_take_is_an_error_of_its_row(office: Office, own: dict[str, str], tmp_path: Path) -> None:
    plan = planned(
        office,
        tmp_path,
        [
            [NAME, code(1), 1234567890123456789, "很多", "昨天", "丙类", "也许"],
            ["示例乙有限公司", code(2), "无", "-", "", "", ""],
        ],
    )
    assert [each.outcome for each in plan.rows] == [Outcome.ERROR, Outcome.NEW]
    found = [each for each in plan.rows[0].findings if each.field.startswith("own:")]
    assert [each.code for each in found] == [
        "row.digits_lost",
        *(f"custom_field.bad_{what}" for what in ("number", "date", "choice", "yes_no")),
    ]
    assert [plan.header(each) for each in found] == list(KINDS)
    assert all(messages(lang).of(each) for each in found for lang in ("zh_CN", "en"))
    assert plan.rows[1].own == {}
    places = {name: place for place, name in plan.mapping.items()}
    right = ("A-1", "12", "2026-03-05", "甲类", "否")
    corrections = {
        (plan.rows[0].row, places[own_key(own[name])]): value for name, value in zip(KINDS, right, strict=True)
    }
    mended = finish(planning.mended(office, plan, corrections))
    assert mended.rows[0].outcome is Outcome.NEW
    assert mended.rows[0].own == dict(zip(own.values(), ("A-1", "12", "2026-03-05", "甲类", "no"), strict=True))


def test_the_name_of_a_field_wins_over_another_word_for_one_of_ours(office: Office, tmp_path: Path) -> None:
    phone = fields.add(office, "电话", FieldKind.TEXT)
    remark = fields.add(office, "备注", FieldKind.TEXT)
    plan = planned(office, tmp_path, [[NAME, "1", "2", "3", "4"]], ["企业名称", "电话", "联系电话", "备注", "备注"])
    taken = [plan.mapping[place] for place in range(1, 5)]
    assert taken == [own_key(phone), "contact_phone", "remark", own_key(remark)]


def test_a_remembered_mapping_follows_the_fields(office: Office, tmp_path: Path) -> None:
    headers, row = ["企业名称", "统一社会信用代码", "走访人", "员工数"], [NAME, code(1), "示例人", "5"]
    number = fields.add(office, "员工数", FieldKind.NUMBER)
    path = write_list(tmp_path / "示例名单.xlsx", [row], headers)
    left_out = finish(planning.plan(office, path, mapping={0: "name", 1: "uscc"}))
    finish(importing.commit(office, left_out))
    visitor = fields.add(office, "走访人", FieldKind.TEXT)
    again = finish(planning.plan(office, path))
    assert again.mapping == {0: "name", 1: "uscc", 2: own_key(visitor)}  # what a person left out stays out
    finish(importing.commit(office, finish(planning.plan(office, path, mapping={**again.mapping, 3: own_key(number)}))))
    assert held(office) == {visitor: "示例人", number: "5"}
    row_of = fields.named(office, "走访人")
    fields.change(office, row_of, name="陪同人", choices=(), active=True)
    assert finish(planning.plan(office, path)).mapping[2] == own_key(visitor)
    fields.change(office, fields.named(office, "陪同人"), name="陪同人", choices=(), active=False)
    assert 2 not in finish(planning.plan(office, path)).mapping


def test_pasted_rows_bring_own_fields_too(office: Office, own: dict[str, str]) -> None:
    text = f"企业名称\t员工数\t已回访\n{NAME}\t7\t否\n"
    finish(importing.commit(office, finish(planning.plan_pasted(office, text))))
    assert held(office) == {own["员工数"]: "7", own["已回访"]: "no"}


def test_an_undecided_row_brings_its_own_fields_where_it_was_decided(
    office: Office, own: dict[str, str], tmp_path: Path
) -> None:
    add(office, NAME, code(1))
    plan = planned(office, tmp_path, [[NAME, code(2), "A-2", "", "", "", ""]])
    assert plan.rows[0].outcome is Outcome.DUPLICATE
    finish(importing.commit(office, plan, {plan.rows[0].row: Outcome.UPDATED}))
    assert held(office) == {own["备案号"]: "A-2"}


def _called(office: Office, own: dict[str, str], *companies: str) -> list[dict[str, str]]:
    names = {field_id: name for name, field_id in own.items()}
    return [{names[key]: text for key, text in field_values.of_company(office, each).items()} for each in companies]


def test_many_are_filled_at_once_seen_before_and_taken_back(office: Office, own: dict[str, str]) -> None:
    first, second, third = (add(office, f"示例{name}有限公司").id for name in "甲乙丙")
    field_values.save(office, first, {own["类别"]: "乙类"})
    field_values.save(office, second, {own["类别"]: "甲类"})
    key = own_key(own["类别"])
    made = finish(bulk_editing.plan(office, [first, second, third], [Edit(key, "甲类"), Edit("hotline", "12315")]))
    shown = {row.name[2]: row.columns for row in bulk_editing.rows(office, made, made.changed)}
    assert shown["甲"] == {"hotline": ("", "12315"), key: ("乙类", "甲类")}
    assert key not in shown["乙"]
    assert shown["丙"][key] == ("", "甲类")
    assert finish(bulk_editing.apply(office, made)) == 3
    assert {row["类别"] for row in _called(office, own, first, second, third)} == {"甲类"}
    history.undo(office)
    assert field_values.values(office, [first, second, third]) == {
        first: {own["类别"]: "乙类"},
        second: {own["类别"]: "甲类"},
    }
    emptied = finish(bulk_editing.plan(office, [first, second, third], [Edit(key, "")]))
    finish(bulk_editing.apply(office, emptied))
    assert field_values.values(office, [first, second, third]) == {}


def test_a_value_somebody_changed_meanwhile_is_not_written_over(office: Office, own: dict[str, str]) -> None:
    company = add(office, NAME).id
    made = finish(bulk_editing.plan(office, [company], [Edit(own_key(own["备案号"]), "A-1")]))
    field_values.save(office, company, {own["备案号"]: "B-2"})
    with refused("store.changed_meanwhile"):
        finish(bulk_editing.apply(office, made))
    with refused("custom_field.bad_number"):
        finish(bulk_editing.plan(office, [company], [Edit(own_key(own["员工数"]), "很多")]))
    with refused("bulk.unknown_field"):
        finish(bulk_editing.plan(office, [company], [Edit("own:gone", "1")]))


def test_the_exported_list_has_the_fields_and_comes_back_unchanged(
    office: Office, own: dict[str, str], tmp_path: Path
) -> None:
    company = add(office, NAME, code(1)).id
    typed = {"备案号": "0012", "员工数": "12.5", "走访日期": "2026-03-05", "类别": "甲类", "已回访": "否"}
    field_values.save(office, company, {own[name]: value for name, value in typed.items()})
    for suffix in (".xlsx", ".csv"):
        path = tmp_path / f"名单{suffix}"
        assert finish(exporting.export(office, CompanyFilter(), path)) == 1
        table = read_table(path)
        cells = dict(zip(table.headers, table.rows[0].cells, strict=True))
        assert {name: cells[name] for name in ("备案号", "已回访")} == {"备案号": "0012", "已回访": "否"}
        assert float(cells["员工数"]) == 12.5
        again = finish(planning.plan(office, path))
        assert again.rows[0].own == field_values.of_company(office, company)
        assert not any(key.startswith("own:") for key in again.rows[0].changes)
    finish(exporting.export(office, CompanyFilter(), tmp_path / "列.xlsx", columns=["name", "员工数"]))
    assert read_table(tmp_path / "列.xlsx").headers == ("企业名称", "员工数")
    with refused("saved.no_such_column"):
        finish(exporting.export(office, CompanyFilter(), tmp_path / "列.xlsx", columns=["没有的"]))
    with refused("exchange.unknown_format"):
        finish(exporting.export(office, CompanyFilter(), tmp_path / "列.pdf"))
