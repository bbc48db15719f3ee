"""What is printed from the records and claims too much: saved and issued only with a reason for this very wording."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete

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
from qc_desktop.services.worded import Reasons
from qc_desktop.storage.tables import SettingRow
from tests.samples import Year, refused

THEME = "全国示例推荐"
CLAUSES = (PledgeClause("本会推荐放心产品", "示例条款全文。"),)
GIVEN = Reasons({"推荐": "示例：章程原文", "放心": "示例：章程原文"})


def test_a_theme_is_opened_with_a_reason_and_an_approval_and_asks_again_when_it_is_another(office: Office) -> None:
    draft = replace(years.suggestion(office, 2026), theme=THEME)
    with refused("worded.claims") as caught:
        years.open_year(office, draft)
    assert (caught.value.params["place"], caught.value.params["words"]) == (Place.THEME, ["推荐"])
    with refused("worded.approval"):
        years.open_year(office, draft, Reasons({"推荐": "示例：章程原文"}))
    with refused("worded.claims"):
        years.open_year(office, draft, Reasons({"推荐": "略"}, "示例〔2026〕1号"))
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
    with refused("worded.claims"):
        finish(issuing.preflight(year.office, year.campaign_id))
    with refused("worded.claims"):
        finish(rosters.announce(year.office, year.campaign_id, tmp_path / "示例.docx"))
    with refused("worded.claims"):
        look_ahead(year.office, PaperOrder("pledge_letter", campaign_id=year.campaign_id))
    assert look_ahead(year.office, PaperOrder("envelope_dl")).ready == 0
    bad = [found for found in doctor.examine(year.office) if found.code == "wording_refused"]
    assert [found.params["problem"].params["place"] for found in bad] == [Place.CLAUSE, Place.ISSUER_LINE]
    row = years.campaign(year.office)
    years.change(year.office, row.id, row.row_version, row.values, GIVEN)
    preferences.change(year.office, {}, Reasons({"推荐": "示例：登记名称"}))
    assert finish(issuing.preflight(year.office, year.campaign_id)).ready
