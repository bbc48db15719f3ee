"""Undo is the inverse, from the database alone; refused with words where something stands on it."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.errors import UserError
from qc_desktop.services import history, preferences, rosters
from qc_desktop.services.campaigns import pledging, stages, years
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.details import ContactRow, FormerNameRow
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.storage import undo
from qc_desktop.storage.tables import Base, Company
from tests.samples import add, refused

JOURNAL = {"command", "change", "company_search"}


def contents(office):
    """Every row of every table but the journal, without row versions."""
    with office.store.reading() as session:
        return {
            table.name: sorted(
                str({k: v for k, v in row.items() if k != "row_version"})
                for row in session.execute(select(table)).mappings()
            )
            for table in Base.metadata.sorted_tables
            if table.name not in JOURNAL
        }


def _rename(office, made):
    names = [FormerNameRow("示例旧有限公司")]
    editing.save(office, CompanyDraft("示例新有限公司"), made.id, made.row_version, names, [ContactRow("示例人")])


def test_every_kind_of_edit_is_taken_back_whole(office):
    made = add(office, hotline="1")
    campaign = years.open_year(office, years.suggestion(office, 2026))
    before = contents(office)
    _rename(office, made)
    pledging.enter(office, campaign.id, made.id, PledgeDraft(("示例品",), ("GB 1",), "示例人"))
    preferences.change(office, {"association_name": "示例协会"})
    assert contents(office) != before
    undone = [history.undo(office).name for _ in range(3)]
    assert undone == ["settings_change", "pledge_enter", "company_change"]
    assert contents(office) == before


def test_undo_survives_closing_the_records(office, opened):
    before = contents(office)
    add(office)
    office.close()
    again = opened(office.profile.root)
    assert history.next_undo(again).name == "company_add"
    history.undo(again)
    assert contents(again) == before


def test_there_may_be_nothing_to_undo(office):
    with refused("undo.nothing"):
        history.undo(office)


def test_a_command_is_undone_once(office):
    add(office)
    row = history.undo(office)
    assert history.commands(office)[1].undone
    with refused("undo.done_already"):
        history.undo(office, row.seq)
    with refused("undo.nothing"):
        history.undo(office)


def test_an_undo_is_not_undone(office):
    add(office)
    history.undo(office)
    with refused("undo.not_undoable"):
        history.undo(office, history.commands(office)[0].seq)


def test_what_was_changed_since_stays(office):
    made = add(office)
    editing.save(office, CompanyDraft("示例乙有限公司"), made.id, made.row_version)
    before = contents(office)
    with refused("undo.changed_since"):
        history.undo(office, 1)
    assert contents(office) == before


def test_after_the_later_edit_is_undone_the_earlier_can_be(office):
    made = add(office)
    editing.save(office, CompanyDraft("示例乙有限公司"), made.id, made.row_version)
    history.undo(office)
    history.undo(office, 1)
    assert browsing.count(office, CompanyFilter()) == 0


def test_a_row_that_others_refer_to_stays(office):
    made = add(office)
    campaign = years.open_year(office, years.suggestion(office, 2026))
    stages.take_in(office, campaign.id, [made.id])
    before = contents(office)
    with refused("undo.used_since"):
        history.undo(office, 1)
    assert contents(office) == before


def test_a_code_given_to_another_company_since_stays_there(office):
    made = add(office, "示例甲有限公司", "91350100M000100Y43")
    editing.save(office, CompanyDraft("示例甲有限公司"), made.id, made.row_version)
    add(office, "示例乙有限公司", "91350100M000100Y43")
    with refused("undo.used_since"):
        history.undo(office, 2)


def test_what_went_into_the_register_cannot_be_undone(year):
    before = contents(year.office)
    year.issue()
    rosters.publish(year.office, year.campaign_id)
    for row in history.commands(year.office, 2):
        assert not row.undoable
        with refused("undo.not_undoable"):
            history.undo(year.office, row.seq)
    assert contents(year.office) != before


@pytest.mark.parametrize("built", ["issued", "published"])
def test_undo_does_not_step_over_what_was_built_on_the_records(year, built):
    assert history.next_undo(year.office).name == "stage_forward"
    made = add(year.office, "示例后来有限公司")
    year.issue() if built == "issued" else rosters.publish(year.office, year.campaign_id)
    assert history.next_undo(year.office) is None
    with refused("undo.nothing"):
        history.undo(year.office)
    editing.save(year.office, CompanyDraft("示例再改有限公司"), made.id, made.row_version)
    assert history.undo(year.office).name == "company_change"
    assert history.next_undo(year.office) is None


@pytest.mark.parametrize("built", ["issued", "published"])
def test_nor_is_anything_earlier_taken_back_by_its_number(year, built):
    made = add(year.office, "示例后来有限公司")
    year.issue() if built == "issued" else rosters.publish(year.office, year.campaign_id)
    before = contents(year.office)
    for row in history.commands(year.office):
        with refused("undo.built_since" if row.undoable else "undo.not_undoable"):
            history.undo(year.office, row.seq)
    assert contents(year.office) == before
    entered = history.commands(year.office)[1]
    assert made.id in [change.row_id for change in history.changes(year.office, entered.seq)]


def test_an_unknown_command_cannot_be_undone(office):
    with pytest.raises(UserError, match=r"undo\.(nothing|not_undoable)"):
        history.undo(office, 99)


def test_references_hold_after_a_whole_year_is_taken_back(year):
    while history.next_undo(year.office):
        history.undo(year.office)
    assert browsing.count(year.office, CompanyFilter()) == 0
    with year.office.store.reading() as session:
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        assert session.execute(text("SELECT count(*) FROM company_search_index")).scalar_one() == 0


def test_a_command_about_one_company_names_it(office):
    made = add(office, "示例甲有限公司")
    other = add(office, "示例乙有限公司")
    campaign = years.open_year(office, years.suggestion(office, 2026))
    pledging.enter(office, campaign.id, made.id, PledgeDraft(("示例品",), signatory="示例人"))
    stages.take_in(office, campaign.id, [other.id])
    pledging.approve(office, browsing.participation_ids(office, CompanyFilter(campaign_id=campaign.id)))
    named = {row.name: row.company for row in history.commands(office)}
    assert named["pledge_enter"] == "示例甲有限公司"
    assert named["companies_take_in"] == "示例乙有限公司"
    assert named["stage_change"] == "示例甲有限公司"
    assert named["campaign_open"] == ""
    assert history.undo(office).company == "示例甲有限公司"


def test_undo_says_how_far_it_is_and_stopped_takes_nothing_back(office, monkeypatch):
    monkeypatch.setattr(undo, "CHUNK", 3)
    monkeypatch.setattr(undo.search_index, "_CHUNK", 3)
    with office.writing("many") as work:
        work.session.add_all(
            [Company(name=f"示例{n}公司", name_key=f"示例{n}公司", sort_key=f"{n}") for n in range(10)]
        )
    before = contents(office)
    steps = []
    for stop_after in range(1, 9):
        job = history.undoing(office)
        steps = [next(job) for _ in range(stop_after)]
        job.close()
        assert contents(office) == before
        assert history.next_undo(office).name == "many"
        assert browsing.count(office, CompanyFilter(text="示例3公司")) == 1
    assert [(step.step, step.done, step.total) for step in steps] == [
        *(("undo", done, 10) for done in (3, 6, 9, 10)),
        *(("search_text", done, 10) for done in (3, 6, 9, 10)),
    ]
    assert history.undo(office).rows == 10
    assert browsing.count(office, CompanyFilter()) == 0
