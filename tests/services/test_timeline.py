"""A company's timeline: everything on record, newest first, with its gaps, also of what was merged into it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import CompanyDraft, MemberTier, PledgeDraft
from qc_desktop.domain.dispatch import DispatchDraft, Way
from qc_desktop.domain.membership import Term
from qc_desktop.domain.progress import finish
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.certificates import dispatches, printing, register
from qc_desktop.services.companies import browsing, details, editing, merging, timeline
from qc_desktop.services.companies.details import FormerNameRow
from qc_desktop.services.companies.timeline import What
from qc_desktop.services.labels import stopping
from qc_desktop.services.members import terms
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company, Reminder, Scan
from tests.labelled import labelled
from tests.samples import Year, refused


def told(office: Office, company_id: str) -> dict[int, list[str]]:
    words = messages("zh_CN")
    found = timeline.timeline(office, company_id)
    assert [each.year for each in found] == sorted((each.year for each in found), reverse=True)
    for each in found:
        assert all(timeline.sentence(entry, messages(lang)) for entry in each.entries for lang in LANGUAGES)
    return {each.year: [timeline.sentence(entry, words) for entry in each.entries] for each in found}


def whats(office: Office, company_id: str) -> dict[int, list[What]]:
    return {each.year: [entry.what for entry in each.entries] for each in timeline.timeline(office, company_id)}


def take_part(office: Office, company_id: str, *in_years: int) -> None:
    for year in in_years:
        stages.take_in(office, years.campaign(office, year).id, [company_id])


def test_years_without_it_are_gaps_from_the_first_on(office: Office) -> None:
    company = editing.save(office, CompanyDraft("示例甲有限公司")).id
    for year in range(2020, 2026):
        years.open_year(office, years.suggestion(office, year))
    take_part(office, company, 2021, 2024)
    assert whats(office, company) == {
        2025: [What.GAP],
        2024: [What.PLEDGE],
        2023: [What.GAP],
        2022: [What.GAP],
        2021: [What.PLEDGE],
    }


def test_a_pledge_says_the_day_it_was_signed(office: Office) -> None:
    company = editing.save(office, CompanyDraft("示例甲有限公司")).id
    campaign = years.open_year(office, years.suggestion(office, 2025))
    with office.writing("import", file="示例", rows=1) as work:
        enter_many(work, campaign.id, {company: PledgeDraft(signed_on=dt.date(2025, 3, 1))})
    (entry,) = timeline.timeline(office, company)[0].entries
    assert entry.on is None  # the stage it tells of came later
    assert told(office, company) == {2025: ["诚信承诺：待审核（2025-03-01 签署）"]}


def test_who_never_took_part_has_no_gaps(office: Office) -> None:
    company = editing.save(office, CompanyDraft("示例甲有限公司")).id
    years.open_year(office, years.suggestion(office, 2025))
    assert timeline.timeline(office, company) == ()
    with refused("company.gone"):
        timeline.timeline(office, "nowhere")


def test_names_follow_each_other(office: Office) -> None:
    former = [FormerNameRow("示例乙厂", dt.date(2019, 5, 1)), FormerNameRow("示例丙厂", dt.date(2022, 5, 1))]
    saved = editing.save(office, CompanyDraft("示例甲有限公司"), former_names=[*former, FormerNameRow("示例旧厂")])
    assert told(office, saved.id) == {
        2022: ["更名：示例丙厂 → 示例甲有限公司"],
        2019: ["更名：示例乙厂 → 示例丙厂"],
        timeline.UNDATED: ["更名：示例旧厂 → 示例甲有限公司"],
    }


def test_terms_reminders_and_scans(office: Office) -> None:
    company = editing.save(office, CompanyDraft("示例甲有限公司")).id
    years.open_year(office, years.suggestion(office, 2026))
    take_part(office, company, 2026)
    terms.save(office, company, Term(MemberTier.COUNCIL, dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
    terms.save(office, company, Term(MemberTier.MEMBER, dt.date(2025, 1, 1)))
    at = dt.datetime(2026, 2, 1, 20, tzinfo=dt.UTC)  # the second day in Shanghai
    taking_part = browsing.in_campaign(office, years.campaign(office, 2026).id, company).participation_id
    with office.writing("test") as work:
        work.session.add(Reminder(participation_id=taking_part, at=at, way="phone", staff="示例员"))
        paper = Scan(
            company_id=company, kind="x", file_name="示例.pdf", media_type="x", sha256="0", size=1, added_at=at
        )
        work.session.add(paper)
    assert told(office, company)[2025] == ["会员单位会籍期开始，长期"]
    assert told(office, company)[2024] == ["理事单位会籍期开始，至 2024-12-31"]
    assert set(told(office, company)[2026][1:]) == {"已催报（示例员）", "收到扫描件：示例.pdf"}
    assert {entry.on for entry in timeline.timeline(office, company)[0].entries[1:]} == {dt.date(2026, 2, 2)}


def test_certificates_issued_printed_and_ended(issued: Year, tmp_path) -> None:
    row = next(row for row in issued.companies() if row.certificate_no)
    finish(printing.print_one_file(issued.office, [row.certificate_no], tmp_path / "one.pdf"))
    register.end(issued.office, row.certificate_no, CertificateState.VOID, "示例错字")
    lines = [line for year in told(issued.office, row.id).values() for line in year]
    assert f"出证 {row.certificate_no}" in lines
    assert f"制作证书页 {row.certificate_no}，共 1 份" in lines
    assert any(line.startswith(f"{row.certificate_no} ") and line.endswith("：示例错字") for line in lines)
    assert any(line.startswith("承诺产品：") for line in lines)


def test_a_renamed_holder_is_named_as_it_was(issued: Year) -> None:
    row = next(row for row in issued.companies() if row.certificate_no)
    shown = details.detail(issued.office, row.id)
    draft = replace(CompanyDraft("示例新名有限公司"), uscc=row.uscc)
    editing.save(issued.office, draft, row.id, shown.row_version)
    lines = [line for year in told(issued.office, row.id).values() for line in year]
    assert f"出证 {row.certificate_no}（{row.name}）" in lines


def test_what_was_merged_is_followed(office: Office) -> None:
    first, second, third = (editing.save(office, CompanyDraft(f"示例{name}有限公司")).id for name in "甲乙丙")
    years.open_year(office, years.suggestion(office, 2025))
    take_part(office, third, 2025)
    with office.writing("test") as work:
        for merged, into in (third, second), (second, first):
            row = work.session.get(Company, merged)
            assert row is not None
            row.merged_into_id = into
    assert whats(office, first)[2025] == [What.PLEDGE]
    assert whats(office, first)[timeline.UNDATED] == [What.MERGED, What.MERGED]


def test_what_several_had_before_they_were_merged_is_told_once(office: Office) -> None:
    kept, *others = (editing.save(office, CompanyDraft(f"示例{name}有限公司")).id for name in "甲乙丙")
    for year in (2024, 2025):
        years.open_year(office, years.suggestion(office, year))
    for company in (kept, *others):
        take_part(office, company, 2025)
        terms.save(office, company, Term(MemberTier.MEMBER, dt.date(2025, 1, 1)))
    take_part(office, others[0], 2024)
    for other in others:
        merging.merge(office, kept, other)
    assert whats(office, kept)[2025] == [What.PLEDGE, What.TERM_OPEN]
    assert whats(office, kept)[2024] == [What.PLEDGE]


def test_batches_of_labels_and_their_stop_are_told(year: Year) -> None:
    labelled(year)
    stopping.stop(year.office, "1", "示例抽检不合格")
    told = [
        timeline.sentence(entry, messages("zh_CN"))
        for one in timeline.timeline(year.office, year.companies()[0].id)
        for entry in one.entries
    ]
    assert "签发标识 100 枚，批次 00001：示例电饭煲（L20260315）" in told
    assert "停用标识批次 00001：示例抽检不合格" in told


def test_what_went_out_is_told_with_day_carrier_and_number(issued: Year) -> None:
    row = next(row for row in issued.companies() if row.certificate_no)
    sent = DispatchDraft(Way.COURIER, "示例快递", "SL20260320", dt.date(2026, 3, 15))
    for draft in (sent, DispatchDraft(Way.EMAIL)):
        dispatches.note(issued.office, [row.certificate_no], draft)
    found = [
        (each.year, entry.on, timeline.sentence(entry, messages("zh_CN")))
        for each in timeline.timeline(issued.office, row.id)
        for entry in each.entries
        if entry.what is What.DISPATCHED
    ]
    assert found == [
        (2026, dt.date(2026, 3, 15), f"寄送 {row.certificate_no}：快递 示例快递 SL20260320"),
        (2026, None, f"寄送 {row.certificate_no}：电子邮件"),
    ]
