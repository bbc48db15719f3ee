"""What is printed from the records and claims too much: saved and issued only with a reason for this very wording."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from qc_desktop.domain.campaigns import DEFAULT_THEME, CampaignKind, Stage
from qc_desktop.domain.pledges import PledgeClause
from qc_desktop.domain.progress import finish
from qc_desktop.domain.worded import Place, Worded
from qc_desktop.messages import messages
from qc_desktop.services import doctor, history, preferences, rosters, worded
from qc_desktop.services.audit import details, listing
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import issuing
from qc_desktop.services.office import Office
from qc_desktop.services.papers.making import PaperOrder, look_ahead
from qc_desktop.services.rosters import freezing
from qc_desktop.services.worded import Reasons
from qc_desktop.storage.tables import Campaign, ClauseSet, Participation, SettingRow
from tests.samples import Year, refused

THEME = "全国示例推荐"
CLAUSES = (PledgeClause("本会推荐放心产品", "示例条款全文。"),)
GIVEN = Reasons({"推荐": "示例：章程原文", "放心": "示例：章程原文"})


def test_a_theme_is_opened_with_a_reason_and_an_approval_and_asks_again_when_it_is_another(office: Office) -> None:
    draft = replace(years.suggestion(office, 2026), theme=THEME)
    with refused("worded.several") as caught:
        years.open_year(office, draft)
    assert [(one.field, one.code) for one in caught.value.params["problems"]] == [
        (Place.THEME, "worded.claims_shortly"),
        (Place.THEME, "worded.approval_shortly"),
    ]
    assert messages("zh_CN").of(caught.value).count("主题活动→活动资料→主题") == 2
    with refused("worded.approval"):
        years.open_year(office, draft, Reasons({"推荐": "示例：章程原文"}))
    for reason in ("略", "abc", "原文", "没有法律依据", "aaaa"):
        with refused("worded.no_reason"):
            years.open_year(office, draft, Reasons({"推荐": reason}, "示例〔2026〕1号"))
    with refused("worded.no_approval"):
        years.open_year(office, draft, Reasons({"推荐": "示例：章程原文"}, "无"))
    with refused("worded.wants_approval"):
        years.open_year(office, draft, Reasons({"全国": "习惯用语"}))
    row = years.open_year(office, draft, Reasons({"推薦": "示例：章程原文"}, "示例〔2026〕1号"))
    same = years.change(office, row.id, row.row_version, replace(row.values, edition=3))
    with refused("worded.claims"):
        years.change(office, row.id, same.row_version, replace(same.values, theme="示例推荐榜"))
    assert years.suggestion(office, 2027).theme == THEME
    years.open_year(office, years.suggestion(office, 2027))
    with office.store.reading() as session:
        kept = session.get(SettingRow, worded.KEPT + Worded(Place.THEME, THEME).key)
    assert kept is not None
    assert kept.value["words"] == {"推荐": "示例：章程原文"}
    assert (kept.value["approval"], kept.value["staff"]) == ("示例〔2026〕1号", office.author.staff)


def test_clauses_are_saved_with_their_reasons_and_the_history_says_them(office: Office) -> None:
    row = years.open_year(office, years.suggestion(office, 2026))
    with refused("worded.claims") as caught:
        years.change_clauses(office, row.id, CLAUSES)
    assert caught.value.params["words"] == ["推荐", "放心"]
    assert years.campaign(office).clauses == row.clauses
    with refused("worded.not_marked"):
        years.change_clauses(office, row.id, CLAUSES, Reasons({"认证": "示例：章程原文"}))
    years.change_clauses(office, row.id, CLAUSES, GIVEN)
    (command,) = listing.page(office, HistoryFilter(name="clauses_change"))
    lines = details.detail(office, messages("zh_CN"), command.seq).lines
    told = next(line.after for line in lines if line.subject == CLAUSES[0].short)
    assert told == "“推荐”：示例：章程原文、“放心”：示例：章程原文"
    history.undo(office)
    with refused("worded.claims"):
        years.change_clauses(office, row.id, CLAUSES)


def test_settings_ask_too(office: Office) -> None:
    with refused("worded.claims"):
        preferences.change(office, {"issuer_line": "示例推荐中心"})
    assert preferences.get(office, "issuer_line") == ""
    preferences.change(office, {"issuer_line": "示例推荐中心"}, Reasons({"推荐": "示例：登记名称"}))
    preferences.change(office, {"roster_title": "示例名单"})
    with refused("worded.approval"):
        preferences.change(office, {"roster_title": "中国示例名单"})


def test_nothing_is_numbered_or_printed_from_wording_without_a_reason(year: Year, tmp_path: Path) -> None:
    finish(rosters.publishing(year.office, year.campaign_id))
    years.change_clauses(year.office, year.campaign_id, CLAUSES, GIVEN)
    preferences.change(year.office, {"issuer_line": "示例推荐中心"}, Reasons({"推荐": "示例：登记名称"}))
    assert finish(issuing.preflight(year.office, year.campaign_id)).ready
    with year.office.writing("settings_change") as work:
        work.session.execute(delete(SettingRow).where(SettingRow.id.startswith(worded.KEPT)))
    with refused("worded.several"):
        finish(issuing.preflight(year.office, year.campaign_id))
    with refused("worded.claims"):
        finish(rosters.announce(year.office, year.campaign_id, tmp_path / "示例.docx"))
    with refused("worded.claims"):
        look_ahead(year.office, PaperOrder("pledge_letter", campaign_id=year.campaign_id))
    assert look_ahead(year.office, PaperOrder("envelope_dl")).ready == 0
    bad = [found for found in doctor.examine(year.office) if found.code == "wording_refused"]
    assert [found.params["problem"].params["place"] for found in bad] == [Place.CLAUSE, Place.ISSUER_LINE]
    row = years.campaign(year.office)
    new = years.open_year(year.office, years.suggestion(year.office, row.values.campaign_year + 1))
    years.change_clauses(year.office, new.id, (PledgeClause("示例简称", "示例条款全文。"),))
    first = next(found for found in doctor.examine(year.office) if found.code == "wording_refused")
    said = messages("zh_CN").text("doctor.wording_refused", **first.params)
    assert f"{row.values.campaign_year}年：主题活动→承诺条款" in said
    with refused("worded.none_marked"):
        years.change(year.office, row.id, row.row_version, row.values, GIVEN)
    years.change(year.office, row.id, row.row_version, row.values, GIVEN, with_clauses=True)
    preferences.change(year.office, {}, Reasons({"推荐": "示例：登记名称"}))
    assert finish(issuing.preflight(year.office, year.campaign_id)).ready


def test_a_reason_goes_where_one_is_missing_and_else_corrects(office: Office) -> None:
    row = years.open_year(office, years.suggestion(office, 2026))
    one = (PledgeClause("本会推荐本品", "示例条款全文。"),)
    years.change_clauses(office, row.id, one, Reasons({"推荐": "示例：第一个理由"}))
    two = (*one, PledgeClause("本会推荐他品", "示例条款全文。"))
    years.change_clauses(office, row.id, two, Reasons({"推荐": "示例：第二个理由"}))

    def kept() -> list[str]:
        known = worded.known(office).kept
        return [known[Worded(Place.CLAUSE, clause.short).key].words["推荐"] for clause in two]

    assert kept() == ["示例：第一个理由", "示例：第二个理由"]
    row = years.campaign(office)
    version = _clause_set(office)
    years.change_clauses(office, row.id, two, Reasons({"推荐": "示例：改正的理由", "认证": "示例：多余"}, spare=True))
    assert (kept(), _clause_set(office)) == (["示例：改正的理由"] * 2, version)
    years.change(office, row.id, row.row_version, row.values, Reasons({"推荐": "示例：又一个"}), with_clauses=True)
    assert kept() == ["示例：又一个"] * 2


def test_what_is_given_stands_for_a_kept_reason_that_no_longer_counts(office: Office) -> None:
    one = Worded(Place.LOT, "国家级 L1")
    row = SettingRow(id=worded.KEPT + one.key, value={"words": {"国家级": "略"}, "approval": ""})
    with office.writing("settings_change") as work:
        work.session.add(row)
    with office.store.reading() as session:
        assert [found.code for found in worded.missing(session, [one])] == ["worded.claims"]
        assert not list(worded.missing(session, [one], Reasons({"国家级": "示例：批号的写法"})))


def _clause_set(office: Office) -> str:
    with office.store.reading() as session:
        return session.scalars(select(Campaign.clause_set_id)).one()


def test_earlier_clauses_that_pledges_were_signed_on_get_their_reason(year: Year) -> None:
    finish(rosters.publishing(year.office, year.campaign_id))
    with year.office.writing("clauses_change") as work:
        campaign = work.session.get_one(Campaign, year.campaign_id)
        work.session.get_one(ClauseSet, campaign.clause_set_id).clauses = [["本会推荐本品", "全文推荐。"]]
    plain = (PledgeClause("示例简称", "示例条款全文。"),)
    years.change_clauses(year.office, year.campaign_id, plain)
    assert worded.known(year.office, year.campaign_id).earlier == ("本会推荐本品", "全文推荐。")
    with refused("worded.claims"):
        finish(issuing.preflight(year.office, year.campaign_id))
    years.change_clauses(year.office, year.campaign_id, plain, Reasons({"推荐": "示例：章程原文"}))
    assert finish(issuing.preflight(year.office, year.campaign_id)).ready
    assert worded.known(year.office, year.campaign_id).earlier == ()


def test_what_left_is_not_asked_for(year: Year) -> None:
    with year.office.writing("clauses_change") as work:
        campaign = work.session.get_one(Campaign, year.campaign_id)
        work.session.get_one(ClauseSet, campaign.clause_set_id).clauses = [["本会推荐本品", "全文推荐。"]]
    years.change_clauses(year.office, year.campaign_id, (PledgeClause("示例简称", "示例条款全文。"),))
    with year.office.writing("clauses_change") as work:
        work.session.execute(update(Participation).values(stage=Stage.WITHDRAWN))
    assert worded.known(year.office, year.campaign_id).earlier == ()


def test_another_name_of_the_association_asks_for_all_sentences(office: Office) -> None:
    name = "浙江省质量认证协会"
    preferences.change(office, {"association_name": name, "issuer_line": name}, Reasons(spare=True))
    with refused("worded.claims"):
        preferences.change(office, {"association_name": "示例协会"})


def test_a_roster_is_not_frozen_under_a_title_without_a_reason(year: Year) -> None:
    with year.office.writing("settings_change") as work:
        work.session.add(SettingRow(id="roster_title", value="全国示例名单"))
    with refused("worded.approval"):
        finish(rosters.publishing(year.office, year.campaign_id))
    preferences.change(year.office, {"roster_title": "全国示例名单"}, Reasons(approval="示例〔2026〕1号"))
    assert finish(rosters.publishing(year.office, year.campaign_id)).title.endswith("全国示例名单")
    preferences.change(year.office, {"roster_title": "示例名单"})
    assert finish(rosters.publishing(year.office, year.campaign_id)).version == 2


BLANK = (" ", "\u3000 \t", "\u200b", "\u3164", "——")


def test_what_is_blank_is_the_usual_or_is_refused(office: Office) -> None:
    row = years.open_year(office, replace(years.suggestion(office, 2026), theme=BLANK[0]))
    usual = preferences.get(office, "roster_title")
    for blank in BLANK:
        wanted = replace(row.values, theme=blank, announcement_no=blank, organisers=(blank, "示例协会"))
        row = years.change(office, row.id, row.row_version, wanted)
        assert row.values.theme == DEFAULT_THEME[CampaignKind.INTEGRITY_PLEDGE]
        assert (row.values.announcement_no, row.values.organisers) == ("", ("示例协会",))
        preferences.change(office, {"roster_title": blank, "issuer_line": blank, "association_name": "示例协会"})
        assert (preferences.get(office, "roster_title"), preferences.issuer_line(office)) == (usual, "示例协会")
        with refused("campaign.clause_empty"):
            years.change_clauses(office, row.id, (PledgeClause(blank, "示例条款全文。"),))


def _hold(year: Year, theme: str, title: str) -> None:
    """As records of before may be."""
    with year.office.writing("settings_change") as work:
        work.session.merge(SettingRow(id="roster_title", value=title))
        work.session.get_one(Campaign, year.campaign_id).theme = theme


def test_nothing_is_numbered_or_published_without_a_theme_or_title(
    year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hold(year, "  ", "")
    with refused("worded.blank") as caught:
        finish(issuing.preflight(year.office, year.campaign_id))
    assert "主题活动→活动资料→主题" in messages("zh_CN").of(caught.value)
    with refused("worded.blank"):
        finish(rosters.publishing(year.office, year.campaign_id))
    assert len([found for found in doctor.examine(year.office) if found.code == "wording_refused"]) == 2
    _hold(year, "示例主题", "示例名单")
    with monkeypatch.context() as before:
        before.setattr(freezing, "title_of", lambda *_: "2026年")
        finish(rosters.publishing(year.office, year.campaign_id))
    with refused("announcement.title"):
        finish(rosters.announce(year.office, year.campaign_id, tmp_path / "示例.docx"))


@pytest.mark.parametrize("text", ["{year诚信承诺", "｛year｝诚信", "示例﹛year﹜", "示例}"])
def test_a_brace_is_neither_saved_nor_printed(year: Year, text: str) -> None:
    office, row = year.office, years.campaign(year.office)
    with refused("worded.brace"):
        years.change(office, row.id, row.row_version, replace(row.values, theme=text))
    with refused("text.brace"):
        years.change(office, row.id, row.row_version, replace(row.values, supporters=(text,)))
    with refused("worded.brace"):
        years.change_clauses(office, row.id, (PledgeClause("示例简称", text),))
    for key in ("roster_title", "issuer_line", "association_name"):
        with refused("text.brace"):
            preferences.change(office, {key: text})
    _hold(year, text, text)
    with refused("worded.brace"):
        finish(issuing.preflight(office, year.campaign_id))
    with refused("worded.brace"):
        finish(rosters.publishing(office, year.campaign_id))


def test_a_brace_that_pledges_were_signed_with_is_printed_with_a_reason(year: Year) -> None:
    with year.office.writing("clauses_change") as work:
        campaign = work.session.get_one(Campaign, year.campaign_id)
        work.session.get_one(ClauseSet, campaign.clause_set_id).clauses = [["示例{简称", "示例条款全文。"]]
    with refused("worded.brace"):
        finish(issuing.preflight(year.office, year.campaign_id))
    plain = (PledgeClause("示例简称", "示例条款全文。"),)
    years.change_clauses(year.office, year.campaign_id, plain)
    assert worded.known(year.office, year.campaign_id).earlier == ("示例{简称",)
    with refused("worded.brace_signed"):
        finish(issuing.preflight(year.office, year.campaign_id))
    years.change_clauses(year.office, year.campaign_id, plain, Reasons({"{": "示例：承诺书已签"}))
    assert finish(issuing.preflight(year.office, year.campaign_id)).ready


def test_several_sentences_ask_only_for_what_they_want(office: Office) -> None:
    row = years.open_year(office, years.suggestion(office, 2026))
    with refused("worded.several") as caught:
        years.change_clauses(office, row.id, (PledgeClause("本会推荐", "放心产品{"),))
    said = messages("zh_CN").of(caught.value)
    assert "理由" in said
    assert "大括号" in said
    assert "全国" not in said
