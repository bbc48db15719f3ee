"""寄送: whose certificate a row means, what is wrong with it, noted once, taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.dispatch import DispatchDraft, Way, to_dispatch, way_of
from qc_desktop.domain.findings import Finding
from qc_desktop.domain.progress import finish
from qc_desktop.domain.text import name_key
from qc_desktop.messages import messages
from qc_desktop.services import history
from qc_desktop.services.certificates import dispatches, dispatching, print_batches, register
from qc_desktop.services.certificates.addressees import Addressee, Addressees
from qc_desktop.services.certificates.dispatching import Fate
from qc_desktop.services.companies import details, editing
from tests.samples import refused, write_list

N = "QC-2026-315-{:06}".format


def pasted(year, *rows):
    return finish(dispatching.plan_pasted(year.office, "\n".join("\t".join(row) for row in rows)))


def fates(plan):
    return [(row.fate.value, row.number[-1:], [found.code for found in row.findings]) for row in plan.rows]


def test_a_row_means_a_certificate_by_number_code_or_name(issued):
    one, two, three = (register.row(issued.office, N(place)) for place in (1, 2, 3))
    plan = pasted(
        issued,
        ("证书编号", "统一社会信用代码", "收件单位", "快递单号"),
        (N(1), "", "", "SF1"),
        ("", two.uscc, "", "SF2"),
        ("", "", three.holder.replace("（", "("), "SF3"),
        (N(1).lower(), "", one.holder, "SF4"),
    )
    assert fates(plan) == [("new", "1", []), ("new", "2", []), ("new", "3", []), ("new", "1", ["dispatch.twice"])]
    assert dispatching.commit(issued.office, plan) == 4
    assert [row.tracking_no for row in dispatches.of_certificate(issued.office, N(1))] == ["SF4", "SF1"]
    with issued.office.store.reading() as session:
        newest = dispatches.newest(session, [one.id, two.id, "nobody"])
    assert {key: row.tracking_no for key, row in newest.items()} == {one.id: "SF4", two.id: "SF2"}


def test_rows_nobody_can_use_are_listed_with_their_reason(issued):
    other = register.row(issued.office, N(2)).holder
    register.end(issued.office, N(4), CertificateState.VOID, "示例")
    plan = pasted(
        issued,
        ("证书编号", "企业名称", "快递单号", "寄出日期"),
        (N(9), "", "SF1", ""),
        ("", "示例没有这家有限公司", "SF2", ""),
        (N(1), "", "", ""),
        (N(1), "", "9.15E+17", ""),
        (N(1), "", "SF3", "下周"),
        (N(1), other, "SF4", "2026年3月15日"),
        (N(4), "", "SF5", ""),
        ("", register.row(issued.office, N(4)).holder, "SF6", ""),
        (N(1), "", "sf 4", ""),
    )
    assert fates(plan) == [
        ("error", "9", ["dispatch.unknown_number"]),
        ("error", "", ["dispatch.unknown_company"]),
        ("error", "1", ["dispatch.nothing_said"]),
        ("error", "1", ["dispatch.digits_lost"]),
        ("error", "1", ["dispatch.bad_day"]),
        ("new", "1", ["dispatch.other_name"]),
        ("new", "4", ["dispatch.ended"]),
        ("error", "", ["dispatch.unknown_company"]),
        ("repeated", "1", ["dispatch.repeated_row"]),
    ]
    assert plan.rows[8].findings[0].params == {"row": 7}
    assert plan.rows[5].draft.sent_on == dt.date(2026, 3, 15)


def test_last_digits_mean_a_number_of_the_year_unless_a_name_contradicts(issued):
    holder = register.row(issued.office, N(3)).holder
    rows = (("000002", "", "SF1"), ("3", holder, "SF2"), ("4", holder, "SF3"), ("99", "", "SF4"))
    plan = pasted(issued, ("证书编号", "企业名称", "快递单号"), *rows)
    assert fates(plan) == [
        ("new", "2", ["dispatch.by_digits"]),  # no name confirms that it is this year's
        ("new", "3", []),
        ("error", "4", ["dispatch.other_name"]),
        ("error", "9", ["dispatch.unknown_number"]),
    ]
    assert [row.number for row in plan.rows[:2]] == [N(2), N(3)]


@pytest.mark.parametrize(
    ("day", "code"), [("2099-01-01", "future_day"), ("2026-03-16", "future_day"), ("1900-01-01", "before_issue")]
)
def test_nothing_goes_out_before_it_is_issued_or_after_today(issued, day, code):
    plan = pasted(issued, ("证书编号", "快递单号", "寄出日期"), (N(1), "SF1", day))
    assert fates(plan) == [("error", "1", [f"dispatch.{code}"])]
    with refused(f"dispatch.{code}"):
        dispatches.note(issued.office, [N(1)], DispatchDraft(Way.COURIER, "", "SF1", dt.date.fromisoformat(day)))
    assert dispatches.count(issued.office) == 0


def test_of_many_the_one_issued_after_its_dispatch_is_named(issued):
    holder = register.row(issued.office, N(3)).holder
    with refused("dispatch.before_issue") as caught:
        early = DispatchDraft(Way.PICKED_UP, sent_on=dt.date(2026, 3, 14))
        dispatches.note(replace(issued.office, fixed_day=dt.date(2026, 3, 20)), [N(3), N(1)], early)
    assert messages("zh_CN").of(caught.value).startswith(f"{N(3)}（{holder}）2026-03-15 才发证")


def test_a_company_means_what_was_in_force_on_the_day_of_dispatch(issued, monkeypatch):
    holder = register.row(issued.office, N(1)).holder
    monkeypatch.setattr(dates, "now", lambda: dt.datetime(2026, 3, 25, 4, tzinfo=dt.UTC))
    later = replace(issued.office, fixed_day=dt.date(2026, 3, 25))
    old, new = register.replace(later, N(1), "示例：企业更名", issued.keys)
    april = replace(issued, office=replace(issued.office, fixed_day=dt.date(2026, 4, 1)))
    sent = {"2026-03-20": old, "2026-03-25": new, "2026-03-28": new, "": new}
    plan = pasted(april, ("企业名称", "快递单号", "寄出日期"), *((holder, f"SF{day}", day) for day in sent))
    assert [row.number for row in plan.rows] == [row.number for row in sent.values()]
    assert fates(plan)[0] == ("new", old.number[-1:], ["dispatch.ended"])
    (row,) = pasted(april, ("企业名称", "快递单号", "寄出日期"), (holder, "SF1", "2026-03-14")).rows
    assert [found.code for found in row.findings] == ["dispatch.before_issue"]


def test_of_two_certificates_in_force_a_person_says_which():
    one = Addressee("1", N(1), "示例公司", "", dt.date(2025, 10, 1), dt.date(2026, 9, 30), None)
    two = replace(one, id="2", number=N(2), issued_on=dt.date(2026, 3, 15), expires_on=dt.date(2027, 3, 14))
    register = Addressees(dt.date(2026, 4, 1), by_company={name_key("示例公司"): [one, two]})
    for day, numbers in ((dt.date(2026, 3, 20), [N(1), N(2)]), (None, [N(1), N(2)]), (dt.date(2026, 3, 1), [])):
        findings: list[Finding] = []
        meant = register.meant({"name": "示例公司"}, day, findings)
        assert [found.params["numbers"] for found in findings] == ([numbers] if numbers else [])
        assert meant == (None if numbers else one)


def test_a_company_is_found_by_its_former_name_too(issued):
    row = register.row(issued.office, N(1))
    draft = CompanyDraft("示例更名以后有限公司", row.uscc, former_names=(row.holder,))
    version = details.detail(issued.office, row.company_id).row_version
    editing.save(issued.office, draft, row.company_id, version)
    plan = pasted(issued, ("企业名称", "快递单号"), (row.holder, "SF1"), ("示例更名以后有限公司", "SF2"))
    assert fates(plan) == [("new", "1", []), ("new", "1", ["dispatch.twice"])]


def test_without_a_header_columns_are_known_by_what_stands_in_them(issued):
    plan = pasted(
        issued, (N(1), "SF1234567890", "顺丰速运", "2026-03-15"), (N(2), "SF1234567891", "顺丰速运", "2026-03-15")
    )
    assert [(row.draft.tracking_no, row.draft.carrier, row.draft.way) for row in plan.rows] == [
        ("SF1234567890", "顺丰速运", Way.COURIER),
        ("SF1234567891", "顺丰速运", Way.COURIER),
    ]
    (row,) = pasted(issued, ("示例街口老字号糕饼", "SF1234567890")).rows
    assert (row.holder, [found.code for found in row.findings]) == ("示例街口老字号糕饼", ["dispatch.unknown_company"])
    with refused("dispatch.no_header"):
        pasted(issued, ("红", "大"), ("绿", "小"))


def test_a_company_stands_for_its_certificate_also_among_numbers(issued):
    one, two = (register.row(issued.office, N(place)) for place in (1, 2))
    head = ("证书编号", "快递单号")
    plan = pasted(issued, head, (one.holder, "SF1"), (two.uscc, "SF2"), (N(3), "SF3"), ("示例没有这家厂", "SF4"))
    assert fates(plan) == [
        ("new", "1", []),
        ("new", "2", []),
        ("new", "3", []),
        ("error", "厂", ["dispatch.unknown_number"]),
    ]
    batch = print_batches.create(issued.office, [N(1), N(2), N(3)], "示例打印机")
    assert print_batches.named(issued.office, batch, [two.holder, one.uscc, "2"]).numbers == (N(2), N(1))
    register.end(issued.office, N(2), CertificateState.VOID, "示例")
    spans = {"1～3": ((N(1), N(3)), (N(2),)), "2": ((N(2),), ()), "2～2": ((N(2),), ())}
    for typed, (numbers, left_out) in spans.items():
        named = print_batches.named(issued.office, batch, [typed])
        assert (named.numbers, named.left_out) == (numbers, left_out)
    assert print_batches.named(issued.office, batch, ["1～3", "2"]).left_out == ()


def test_number_name_and_code_are_read_whichever_column_they_stand_in(issued):
    one, two = (register.row(issued.office, N(place)) for place in (1, 2))
    head = ("企业名称", "统一社会信用代码", "快递单号")
    plan = pasted(
        issued,
        head,
        (N(1), "", "SF1"),
        (two.uscc, "", "SF2"),
        ("", one.holder, "SF3"),
        (N(99), "", "SF4"),
        ("X", "", "SF5"),
    )
    assert fates(plan) == [
        ("new", "1", []),
        ("new", "2", []),
        ("new", "1", ["dispatch.twice"]),
        ("error", "", ["dispatch.unknown_number"]),
        ("error", "", ["dispatch.unknown_company"]),
    ]
    assert [row.row for row in plan.doubtful] == [4]


def test_it_is_noted_once_and_taken_back_in_one_step(issued):
    plan = pasted(issued, ("证书编号", "快递单号"), *((N(place), f"SF{place}") for place in range(1, 5)))
    assert dispatching.commit(issued.office, plan) == 4
    assert dispatching.commit(issued.office, plan) == 0  # the same plan, applied from another window
    again = pasted(issued, ("证书编号", "快递单号"), (N(1), "SF1"))
    assert fates(again) == [("known", "1", [])]
    with refused("dispatch.nothing_new"):
        dispatching.commit(issued.office, again)
    assert dispatches.count(issued.office) == 4
    history.undo(issued.office)
    assert dispatches.count(issued.office) == 0


def test_entries_are_found_and_a_wrong_one_is_removed(issued):
    dispatches.note(issued.office, [N(1), N(2), N(1)], DispatchDraft(Way.PICKED_UP, sent_on=dt.date(2026, 3, 15)))
    dispatches.note(issued.office, [N(2)], DispatchDraft(Way.COURIER, "顺丰", "SF77"))
    assert dispatches.count(issued.office) == 3
    (row,) = dispatches.page(issued.office, "sf7")
    assert (row.number, row.carrier) == (N(2), "顺丰")
    assert dispatches.remove(issued.office, [row.id]) == 1
    assert dispatches.count(issued.office, N(2)) == 1
    with refused("store.changed_meanwhile"):
        dispatches.remove(issued.office, [row.id])
    with refused("certificate.nothing_selected"):
        dispatches.note(issued.office, [], DispatchDraft(Way.POST))


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("快递", Way.COURIER),
        ("EMS", Way.POST),
        ("现场领取", Way.PICKED_UP),
        ("发邮箱", Way.EMAIL),
        ("post", Way.POST),
        ("", None),
    ],
)
def test_ways(text, way):
    assert way_of(text) is way


@pytest.mark.parametrize(
    ("cell", "tracking", "codes"),
    [
        (123456789012, "123456789012", []),
        (1234567890123456, "", ["dispatch.digits_lost"]),
        (1.5, "", ["dispatch.digits_lost"]),
        ("1.23457E+14", "", ["dispatch.digits_lost"]),
        (dt.date(2026, 3, 1), "", ["dispatch.no_number"]),
        (" sf 123 ", "SF123", []),
        ("9" * 70, "9" * 60, ["dispatch.too_long"]),
    ],
)
def test_what_a_spreadsheet_did_to_a_number_is_told(cell, tracking, codes):
    draft, findings = to_dispatch({"tracking_no": cell, "way": "快递"})
    assert (draft.tracking_no, [found.code for found in findings]) == (tracking, codes)


def test_every_kind_of_file(issued, tmp_path):
    body = [[N(1), "SF1"], [N(2), "SF2"]]
    xlsx = write_list(tmp_path / "a.xlsx", body, ["证书编号", "快递单号"])
    csv = tmp_path / "a.csv"
    csv.write_bytes(f"证书编号,快递单号\n{N(1)},SF1\n".encode("gb18030"))
    et = tmp_path / "a.et"
    et.write_bytes(xlsx.read_bytes())
    assert [len(finish(dispatching.plan_file(issued.office, path)).of(Fate.NEW)) for path in (xlsx, csv, et)] == [
        2,
        1,
        2,
    ]


def test_one_number_for_two_companies_is_said_and_a_formula_is_no_number(issued):
    plan = pasted(
        issued,
        ("证书编号", "快递单号"),
        (N(1), "SF1234567890"),
        (N(2), "SF1234567890"),
        (N(3), '=HYPERLINK("http://example.org")'),
    )
    assert fates(plan) == [
        ("new", "1", []),
        ("new", "2", ["dispatch.shared"]),
        ("error", "3", ["dispatch.strange_number"]),
    ]


def test_a_tracking_number_of_another_length_than_the_rest_is_said(issued):
    rows = [(N(number), f"SF123456789012{number}", "顺丰") for number in range(1, 4)]
    short = (N(4), "SF12345", "顺丰")
    other_carrier = (N(1), "1234567890", "邮政")
    plan = pasted(issued, ("证书编号", "快递单号", "快递公司"), *rows, short, other_carrier)
    said = {row.draft.tracking_no: row.findings for row in plan.rows if row.findings}
    assert [finding.code for finding in said.pop("1234567890")] == ["dispatch.twice"]
    assert list(said) == ["SF12345"]
    assert said["SF12345"][0].params == {"length": 7, "usual": 15}
    assert len(plan.of(Fate.NEW)) == 5  # a remark: a person decides
    few = pasted(issued, ("证书编号", "快递单号", "快递公司"), *rows[:2], short)
    assert all(not row.findings for row in few.rows)
