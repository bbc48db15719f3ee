"""信函与标签: what is known of a company gets onto its paper, who lacks something is named, contacts are noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from qc_desktop.documents import pdfium
from qc_desktop.documents.preview import page_count
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.membership import Term
from qc_desktop.domain.progress import finish
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.details import CompanyDetail, ContactRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.labels import presets
from qc_desktop.services.layouts import previewing
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.members import field_values, fields, terms
from qc_desktop.services.office import Office
from qc_desktop.services.papers import making
from qc_desktop.services.papers.making import PaperOrder
from qc_desktop.services.papers.records import KINDS, matters_of
from qc_desktop.storage.tables import Command
from tests.returned import open_year
from tests.samples import Year, add, refused
from tests.services.layout_use import spoil_words

ADDRESS = "示例路1号（邮编100081）"


@pytest.fixture
def named(office: Office) -> Office:
    preferences.change(office, {"association_name": "示例质量检验协会"})
    return office


def company(office: Office, name: str = "示例甲有限公司", **more: object) -> CompanyDetail:
    return add(office, name, address=ADDRESS, province="江苏省", city="南京市", **more)


def text(path: Path, page: int = 0) -> str:
    with pdfium.document(path) as opened, pdfium.page_of(opened, page) as shown:
        found = shown.get_textpage()
        try:
            return "".join(found.get_text_bounded().split())
        finally:
            found.close()


def made_by(office: Office, path: Path, kind: str, *ids: str, **more: object) -> making.Made:
    return finish(making.make(office, PaperOrder(kind, ids, **more), path))  # type: ignore[arg-type]


def test_an_envelope_has_the_postcode_and_no_contact_unless_asked(named: Office, tmp_path: Path) -> None:
    preferences.change(named, {"sender_address": "示例街2号", "sender_postcode": "100001"})
    draft = CompanyDraft("示例甲有限公司", address=ADDRESS, province="江苏省", city="南京市")
    found = editing.save(named, draft, contacts=(ContactRow(name="示例联系人", phone="010-1"),))
    made_by(named, tmp_path / "a.pdf", "envelope_dl", found.id)
    said = text(tmp_path / "a.pdf")
    assert "江苏省南京市示例路1号" in said
    assert "100081" in said
    assert "邮政编码100001" in said
    assert "示例联系人" not in said
    made_by(named, tmp_path / "b.pdf", "envelope_zl", found.id, contacts=True)
    assert "示例联系人（收）010-1" in text(tmp_path / "b.pdf")
    made_by(named, tmp_path / "c.pdf", "address_label", found.id, contacts=True)
    assert "010-1" in text(tmp_path / "c.pdf")
    with named.store.reading() as session:
        noted = session.scalars(select(Command).where(Command.name == "papers_make").order_by(Command.seq))
        assert [command.params["contacts"] for command in noted] == [False, True, True]


def test_an_own_field_holds_the_postcode(named: Office, tmp_path: Path) -> None:
    found = company(named)
    field = fields.add(named, "邮编", FieldKind.TEXT)
    field_values.save(named, found.id, {field: "210000"})
    made_by(named, tmp_path / "a.pdf", "envelope_dl", found.id)
    assert "210000" in text(tmp_path / "a.pdf")


def test_address_labels_go_on_where_their_own_sheet_was_left(named: Office, tmp_path: Path) -> None:
    ids = [company(named, f"示例第{n}有限公司").id for n in range(3)]
    preset = presets.preset(named, "A4-24")
    presets.remember(named, preset, SheetMemory(23), presets.ADDRESSES)
    presets.remember(named, preset, SheetMemory(5))  # a sheet of labels for products lies beside it
    made = made_by(named, tmp_path / "a.pdf", "address_label", *ids, preset="A4-24")
    assert (made.made, made.sheets, page_count(made.path)) == (3, 2, 2)
    assert presets.memory(named, preset, presets.ADDRESSES) == SheetMemory(2)
    assert presets.memory(named, preset) == SheetMemory(5)


def test_an_address_says_its_province_once_and_the_country_not_at_all(named: Office, tmp_path: Path) -> None:
    draft = CompanyDraft("示例甲有限公司", address="中国江苏省南京市示例路1号", province="江苏省", city="南京市")
    made_by(named, tmp_path / "a.pdf", "envelope_dl", editing.save(named, draft).id)
    said = text(tmp_path / "a.pdf")
    assert "江苏省南京市示例路1号" in said
    assert ("中国" in said, said.count("江苏省")) == (False, 1)


def test_the_longest_addresses_find_room_on_a_label(named: Office, tmp_path: Path) -> None:
    long = "示例市示例区示例港东路1088号1088号之一会展南五路3号示例中路801号803号-101房自编之1自编B1F-102"
    draft = CompanyDraft("示例（集团）青禾电器股份有限公司示例分公司", address=long, province="江苏省", city="南京市")
    made = made_by(named, tmp_path / "a.pdf", "address_label", editing.save(named, draft).id, preset="A4-24")
    assert not made.withheld
    assert "B1F-102" in text(tmp_path / "a.pdf")


def test_who_lacks_something_is_named_and_the_others_get_theirs(named: Office, tmp_path: Path) -> None:
    found, without = company(named), add(named, "示例乙有限公司")
    made = made_by(named, tmp_path / "信封", "envelope_dl", found.id, without.id)
    assert [path.name for path in sorted(made.path.iterdir())] == ["示例甲有限公司_信封 DL.pdf"]
    assert [(one.name, one.finding.code, one.finding.field) for one in made.withheld] == [
        ("示例乙有限公司", "paper.missing", "address")
    ]
    with refused("paper.missing"):
        made_by(named, tmp_path / "b.pdf", "envelope_dl", without.id)
    assert not (tmp_path / "b.pdf").exists()


def test_where_nobody_gets_one_it_is_said_how_many_and_who(named: Office, tmp_path: Path) -> None:
    ids = [add(named, f"示例{name}有限公司").id for name in "甲乙丙丁"]
    with refused("paper.none_of_many") as many:
        made_by(named, tmp_path / "a.pdf", "address_label", *ids)
    told = messages("zh_CN").of(many.value)
    assert told.startswith("示例甲有限公司、示例乙有限公司、示例丙有限公司等 4 家都做不了。还没有“地址”")
    with refused("paper.none_of"):
        made_by(named, tmp_path / "a.pdf", "address_label", *ids[:3])
    long = add(named, "示例戊有限公司", address="很长的地址" * 39).id
    with refused("paper.none_for_reasons"):
        made_by(named, tmp_path / "a.pdf", "address_label", *ids[:2], long)


def test_a_membership_that_is_over_is_certified_no_more(named: Office, tmp_path: Path) -> None:
    found = company(named)
    terms.save(named, found.id, Term(MemberTier.MEMBER, dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
    terms.give_number(named, found.id, "M00007")
    with refused("paper.membership_over"):
        made_by(named, tmp_path / "a.pdf", "membership_certificate", found.id)
    terms.save(named, found.id, Term(MemberTier.MEMBER, dt.date(2026, 1, 1), named.today))
    assert made_by(named, tmp_path / "a.pdf", "membership_certificate", found.id).made == 1


def test_a_member_gets_the_term_that_runs(named: Office, tmp_path: Path) -> None:
    found = company(named)
    for year, tier in ((2025, MemberTier.MEMBER), (2026, MemberTier.COUNCIL), (2027, MemberTier.COUNCIL)):
        terms.save(named, found.id, Term(tier, dt.date(year, 1, 1), dt.date(year, 12, 31)))
    terms.give_number(named, found.id, "M00007")
    made_by(named, tmp_path / "a.pdf", "membership_certificate", found.id)
    said = text(tmp_path / "a.pdf")
    assert "自2026年1月1日起为我会理事单位" in said
    assert "有效期至2026年12月31日" in said
    assert "M00007" in said


def test_letters_of_a_campaign_say_what_it_is_about(year: Year, tmp_path: Path) -> None:
    preferences.change(year.office, {"association_name": "示例质量检验协会"})
    row = year.companies()[0]
    made_by(year.office, tmp_path / "a.pdf", "invitation_letter", row.id, campaign_id=year.campaign_id)
    said = text(tmp_path / "a.pdf")
    assert f"{row.name}：" in said
    assert "联系方式" not in said
    until = dt.date(2026, 4, 1)
    made_by(year.office, tmp_path / "b.pdf", "invitation_letter", row.id, campaign_id=year.campaign_id, deadline=until)
    assert "2026年4月1日前提交" in text(tmp_path / "b.pdf")


def test_nobody_to_ask_and_a_deadline_that_is_over_are_remarked_on(year: Year, tmp_path: Path) -> None:
    office, row = year.office, year.companies()[0]
    preferences.change(office, {"association_name": "示例质量检验协会"})
    campaign = years.campaign(office)
    over = replace(campaign.values, applications_until=dt.date(2026, 3, 14))
    campaign = years.change(office, campaign.id, campaign.row_version, over)
    order = PaperOrder("invitation_letter", (row.id,), year.campaign_id)
    missing, late = making.look_ahead(office, order).remarks
    assert (missing.code, late.code) == ("paper.unsaid", "paper.deadline_over")
    assert missing.params["what"] == ["notice_no", "contact"]
    empty = replace(over, applications_until=None)
    campaign = years.change(office, campaign.id, campaign.row_version, empty)
    (missing,) = making.look_ahead(office, order).remarks
    assert "没有填写通知文号、截止日期、联系人" in messages("zh_CN").of(missing)
    told = replace(over, applications_until=dt.date(2027, 3, 14), invitation_notice="示质协函〔2026〕3号")
    years.change(office, campaign.id, campaign.row_version, told)
    preferences.change(office, {"return_form_contact": "示例秘书处，000-00000000"})
    made = made_by(office, tmp_path / "a.pdf", "invitation_letter", row.id, campaign_id=year.campaign_id)
    assert made.remarks == ()
    assert "联系方式。示例秘书处，000-00000000。" in text(tmp_path / "a.pdf")


def test_a_pledge_letter_is_filled_or_blank(year: Year, tmp_path: Path) -> None:
    preferences.change(year.office, {"association_name": "示例质量检验协会"})
    row = year.companies()[0]
    made_by(year.office, tmp_path / "a.pdf", "pledge_letter", row.id, campaign_id=year.campaign_id)
    made_by(year.office, tmp_path / "b.pdf", "pledge_letter", campaign_id=year.campaign_id, blank=True)
    filled, blank = text(tmp_path / "a.pdf"), text(tmp_path / "b.pdf")
    full = years.campaign(year.office).clauses[0].full
    assert all(f"一、{full}" in said for said in (filled, blank))
    assert (row.name in filled, row.name in blank) == (True, False)


def test_a_notice_numbers_what_is_to_be_corrected(office: Office, tmp_path: Path) -> None:
    campaign_id = open_year(office, 1).id
    preferences.change(office, {"association_name": "示例质量检验协会"})
    (row,) = browsing.page(office, CompanyFilter(campaign_id=campaign_id))
    for stage, reason in (
        (Stage.APPLIED, ""),
        (Stage.MATERIAL_REVIEW, ""),
        (Stage.RETURNED_FOR_CORRECTION, "没有盖章；标准没有编号。"),
    ):
        stages.move(office, [row.participation_id], stage, reason)
    made_by(office, tmp_path / "a.pdf", "return_notice", row.id, campaign_id=campaign_id)
    said = text(tmp_path / "a.pdf")
    assert "一、没有盖章。" in said
    assert "二、标准没有编号。" in said


def test_matters_are_divided_by_lines_and_semicolons() -> None:
    assert matters_of("没有盖章；\n 缺扫描件。; ") == ["没有盖章。", "缺扫描件。"]
    assert matters_of("") == []


def test_what_cannot_be_made_is_said(named: Office, tmp_path: Path) -> None:
    with refused("paper.unknown"):
        made_by(named, tmp_path / "a.pdf", "pledge_display_certificate")
    with refused("paper.not_blank"):
        made_by(named, tmp_path / "a.pdf", "envelope_dl", blank=True)
    with refused("paper.nobody"):
        made_by(named, tmp_path / "a.pdf", "envelope_dl")
    with refused("campaign.none"):
        made_by(named, tmp_path / "a.pdf", "return_notice")
    with refused("paper.no_labels"):
        made_by(named, tmp_path / "a.pdf", "envelope_dl", preset="A4-24")
    with refused("paper.deadline_past"):
        made_by(named, tmp_path / "a.pdf", "envelope_dl", deadline=dt.date(2026, 3, 14))
    (tmp_path / "文件").touch()
    for name, code in (("a.docx", "paper.out_no_pdf"), ("文件", "paper.out_is_file")):
        with refused(code):
            made_by(named, tmp_path / name, "envelope_dl", "x")
    assert {path.name for path in tmp_path.iterdir()} <= {"文件", "profile"}


def test_a_job_broken_off_leaves_and_notes_nothing(named: Office, tmp_path: Path) -> None:
    ids = tuple(company(named, f"示例第{n}有限公司").id for n in range(4))
    job = making.make(named, PaperOrder("envelope_dl", ids), tmp_path / "a.pdf")
    while next(job).step != "papers_make":
        pass
    job.close()
    assert not any(tmp_path.glob("a.pdf*"))
    with named.store.reading() as session:
        assert session.scalars(select(Command).where(Command.name == "papers_make")).first() is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_preview_shows_a_company_of_the_year(year: Year, kind: str) -> None:
    shown = previewing.page(year.office, in_use(year.office, kind), year.participations()[0])
    assert shown.problem is None
    assert shown.png.startswith(b"\x89PNG")


def test_the_preview_of_a_company_says_nothing_that_is_not_known(year: Year) -> None:
    layout = in_use(year.office, "invitation_letter")
    record = previewing.record_for(year.office, layout, year.participations()[0])
    assert {"contact", "deadline", "notice_no"}.isdisjoint(record)


def test_what_would_be_made_is_known_before_and_leaves_no_trace(named: Office) -> None:
    found, without = company(named), add(named, "示例乙有限公司")
    order = PaperOrder("envelope_dl", (found.id, without.id), contacts=True)
    seen = making.look_ahead(named, order)
    assert (seen.ready, [one.name for one in seen.withheld], seen.has_sender) == (1, ["示例乙有限公司"], False)
    preferences.change(named, {"sender_address": "示例街2号"})
    assert making.look_ahead(named, order).has_sender
    with named.store.reading() as session:
        assert not list(session.scalars(select(Command).where(Command.name == "papers_make")))


def test_no_paper_is_made_with_a_spoiled_variable(named: Office, tmp_path: Path) -> None:
    spoil_words(named, "address_label", nobody="{holder}负责人")
    order = PaperOrder("address_label", (company(named).id,))
    for act in (lambda: making.look_ahead(named, order), lambda: finish(making.make(named, order, tmp_path / "a.pdf"))):
        with refused("layout.brace_plain"):
            act()
