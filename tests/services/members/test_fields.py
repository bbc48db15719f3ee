"""The association's own fields: defining, filling, finding by them, taking back."""

from __future__ import annotations

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.custom_fields import NO, YES, FieldKind, OwnCondition, OwnTest, own_key
from qc_desktop.services import history
from qc_desktop.services.audit import listing
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.companies import browsing, editing, saved_lists
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import field_values, fields
from qc_desktop.services.office import Office
from tests.samples import refused


def add(office: Office, name: str) -> str:
    return editing.save(office, CompanyDraft(name)).id


def names(office: Office) -> list[str]:
    return [row.name for row in fields.fields(office)]


def test_fields_are_added_moved_renamed_retired(office: Office) -> None:
    first = fields.add(office, "示例一", FieldKind.TEXT)
    fields.add(office, "示例二", FieldKind.CHOICE, ["甲", "乙", "甲", " "])
    fields.add(office, "示例三", FieldKind.NUMBER)
    assert fields.named(office, "示例二").choices == ("甲", "乙")
    fields.move(office, first, 1)
    assert names(office) == ["示例二", "示例一", "示例三"]
    row = fields.named(office, "示例一")
    fields.change(office, row, name="示例新", choices=(), active=False)
    assert names(office) == ["示例二", "示例三"]
    assert fields.named(office, "示例新").active is False
    history.undo(office)
    assert names(office) == ["示例二", "示例一", "示例三"]


def test_what_is_no_field_is_refused(office: Office) -> None:
    fields.add(office, "示例一", FieldKind.TEXT)
    for name, kind, code in (
        ("示例一", FieldKind.DATE, "name_taken"),
        (" ", FieldKind.TEXT, "bad_name"),
        ("示" * 61, FieldKind.TEXT, "bad_name"),
        ("示例二", FieldKind.CHOICE, "no_choices"),
    ):
        with refused(f"custom_field.{code}"):
            fields.add(office, name, kind)
    with refused("custom_field.unknown"):
        fields.named(office, "没有的")


def test_values_are_written_together_or_not_at_all(office: Office) -> None:
    company = add(office, "示例甲有限公司")
    number = fields.add(office, "员工数", FieldKind.NUMBER)
    text = fields.add(office, "备案号", FieldKind.TEXT)
    with refused("custom_field.bad_number"):
        field_values.save(office, company, {text: "A-1", number: "很多"})
    assert field_values.of_company(office, company) == {}
    field_values.save(office, company, {text: "A-1", number: "１２０"})
    assert field_values.of_company(office, company) == {text: "A-1", number: "120"}
    field_values.save(office, company, {text: ""})
    assert field_values.of_company(office, company) == {number: "120"}
    assert history.commands(office, 1)[0].company == "示例甲有限公司"
    assert "field_values" in [row.name for row in listing.page(office, HistoryFilter(text="示例甲"))]
    history.undo(office)
    assert field_values.of_company(office, company)[text] == "A-1"


def test_lists_ask_for_columns_and_filter(office: Office) -> None:
    companies = [add(office, f"示例{name}有限公司") for name in "甲乙丙"]
    kind = fields.add(office, "类别", FieldKind.CHOICE, ["甲类", "乙类"])
    note = fields.add(office, "说明", FieldKind.TEXT)
    field_values.save(office, companies[0], {kind: "甲类", note: "示例_一"})
    field_values.save(office, companies[1], {kind: "乙类", note: "示例二"})
    assert field_values.values(office, companies, [kind]) == {
        companies[0]: {kind: "甲类"},
        companies[1]: {kind: "乙类"},
    }


def ordered(office: Office, field_id: str, *, descending: bool = False) -> str:
    rows = browsing.page(office, CompanyFilter(), sort=own_key(field_id), descending=descending)
    return "".join(row.short_name for row in rows)


def answer(office: Office, *asked: OwnCondition) -> str:
    rows = browsing.page(office, CompanyFilter(custom=asked))
    assert (
        len(rows)
        == browsing.count(office, CompanyFilter(custom=asked))
        == len(browsing.ids(office, CompanyFilter(custom=asked)))
    )
    return "".join(row.short_name for row in rows)


def filled(office: Office, kind: FieldKind, held: dict[str, str], choices: tuple[str, ...] = ()) -> str:
    """A field of ``kind``, and a company of each short name with what it has in it."""
    field_id = fields.add(office, f"示例{kind}", kind, choices)
    for name, value in held.items():
        company = editing.save(office, CompanyDraft(f"示例{name}有限公司", short_name=name)).id
        field_values.save(office, company, {field_id: value})
    return field_id


def test_numbers_are_sorted_and_asked_for_by_size(office: Office) -> None:
    field = filled(office, FieldKind.NUMBER, {"甲": "9", "乙": "10", "丙": "", "丁": "-2.5"})
    assert ordered(office, field) == "丁甲乙丙"
    assert ordered(office, field, descending=True) == "乙甲丁丙"
    assert answer(office, OwnCondition(field, OwnTest.FROM, "9"), OwnCondition(field, OwnTest.TO, "9.0")) == "甲"
    assert answer(office, OwnCondition(field, OwnTest.IS, "10.0")) == "乙"


def test_days_are_sorted_and_asked_for_by_the_calendar(office: Office) -> None:
    field = filled(office, FieldKind.DATE, {"甲": "2026-03-15", "乙": "2025年12月1日", "丙": ""})
    assert ordered(office, field) == "乙甲丙"
    assert answer(office, OwnCondition(field, OwnTest.FROM, "2026-01-01")) == "甲"
    assert answer(office, OwnCondition(field, OwnTest.TO, "2025-12-01")) == "乙"


def test_choices_are_sorted_as_they_are_offered(office: Office) -> None:
    field = filled(
        office, FieldKind.CHOICE, {"甲": "小型", "乙": "大型", "丙": "", "丁": "中型"}, ("大型", "中型", "小型")
    )
    assert ordered(office, field) == "乙丁甲丙"
    few = [OwnCondition(field, OwnTest.IS, "小型"), OwnCondition(field, OwnTest.IS, "中型")]
    assert set(answer(office, *few)) == set("甲丁")
    assert set(answer(office, few[0], OwnCondition(field, OwnTest.EMPTY))) == set("甲丙")


def test_yes_and_no_are_kept_however_they_are_said(office: Office) -> None:
    field = filled(office, FieldKind.YES_NO, {"甲": "否", "乙": "√", "丙": "", "丁": "ＹＥＳ"})
    assert ordered(office, field)[2:] == "甲丙"
    assert set(answer(office, OwnCondition(field, OwnTest.IS, YES))) == set("乙丁")
    assert answer(office, OwnCondition(field, OwnTest.IS, NO)) == "甲"
    assert answer(office, OwnCondition(field, OwnTest.EMPTY)) == "丙"


def test_texts_are_sorted_as_they_are_spoken_and_looked_into(office: Office) -> None:
    field = filled(office, FieldKind.TEXT, {"甲": "浙江一号", "乙": "安徽", "丙": "", "丁": "湖北_示例"})
    assert ordered(office, field) == "乙丁甲丙"
    assert answer(office, OwnCondition(field, OwnTest.CONTAINS, "_")) == "丁"
    assert set(answer(office, OwnCondition(field, OwnTest.FILLED))) == set("甲乙丁")


def test_conditions_of_several_fields_narrow_and_a_saved_filter_keeps_them(office: Office) -> None:
    number = filled(office, FieldKind.NUMBER, {"甲": "1", "乙": "2"})
    text = fields.add(office, "说明", FieldKind.TEXT)
    [first, _] = browsing.ids(office, CompanyFilter(custom=(OwnCondition(number, OwnTest.FILLED),)))
    field_values.save(office, first, {text: "示例"})
    both = (OwnCondition(number, OwnTest.FROM, "1"), OwnCondition(text, OwnTest.CONTAINS, "示"))
    row = saved_lists.save_filter(office, "示例筛选", CompanyFilter(custom=both))
    assert saved_lists.named(office, "示例筛选").wanted == row.wanted
    assert browsing.ids(office, row.wanted) == [first]
    odd = {"custom": [["x"], ["a", "louder", "b"], [number, "filled", ""]]}
    assert saved_lists.filter_of(odd).custom == (OwnCondition(number, OwnTest.FILLED),)


def test_a_retired_field_leaves_the_order_of_names_and_its_conditions(office: Office) -> None:
    field = filled(office, FieldKind.NUMBER, {"甲": "9", "乙": "1"})
    row = fields.named(office, "示例number")
    fields.change(office, row, name="改了名", choices=(), active=False)
    assert ordered(office, field) == "甲乙"
    assert answer(office, OwnCondition(field, OwnTest.IS, "1")) == "乙"
    assert ordered(office, "nothing") == "甲乙"
