"""The association's own fields: defining, filling, finding by them, taking back."""

from __future__ import annotations

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import fields
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
        fields.save(office, company, {text: "A-1", number: "很多"})
    assert fields.of_company(office, company) == {}
    fields.save(office, company, {text: "A-1", number: "１２０"})
    assert fields.of_company(office, company) == {text: "A-1", number: "120"}
    fields.save(office, company, {text: ""})
    assert fields.of_company(office, company) == {number: "120"}
    assert history.commands(office, 1)[0].company == "示例甲有限公司"
    history.undo(office)
    assert fields.of_company(office, company)[text] == "A-1"


def test_lists_ask_for_columns_and_filter(office: Office) -> None:
    companies = [add(office, f"示例{name}有限公司") for name in "甲乙丙"]
    kind = fields.add(office, "类别", FieldKind.CHOICE, ["甲类", "乙类"])
    note = fields.add(office, "说明", FieldKind.TEXT)
    fields.save(office, companies[0], {kind: "甲类", note: "示例_一"})
    fields.save(office, companies[1], {kind: "乙类", note: "示例二"})
    assert fields.values(office, companies, [kind]) == {companies[0]: {kind: "甲类"}, companies[1]: {kind: "乙类"}}
    assert browsing.ids(office, CompanyFilter(custom=((kind, "乙类"),))) == [companies[1]]
    assert browsing.ids(office, CompanyFilter(custom=((kind, "甲类"), (note, "_")))) == [companies[0]]
    assert browsing.count(office, CompanyFilter(custom=((note, "示例"),))) == 2
