"""Every edit leaves its trace: who, when, where, from what, to what; bulk edits too."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import update

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.pledges import DEFAULT_CLAUSES
from qc_desktop.errors import UserError
from qc_desktop.services import history, preferences, staff
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.companies import editing
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.storage.tables import Company
from tests.samples import add, refused


def test_a_new_row_is_kept_whole(office):
    made = add(office, hotline="400-000-0000")
    (command,) = history.commands(office)
    assert (command.name, command.staff, command.undoable, command.undone) == ("company_add", "示例员", True, False)
    (change,) = history.changes(office, command.seq)
    assert (change.table, change.row_id, change.before) == ("member_company", made.id, None)
    assert change.after["hotline"] == "400-000-0000"


def test_an_edit_keeps_only_what_differs_with_both_values(office):
    made = add(office, hotline="400-1")
    editing.save(office, CompanyDraft("示例甲有限公司", hotline="400-2"), made.id, made.row_version)
    (change,) = history.changes(office, history.commands(office)[0].seq)
    assert change.before == {"hotline": "400-1", "row_version": 1}
    assert change.after == {"hotline": "400-2", "row_version": 2}


def test_saving_a_form_unchanged_says_nothing(office):
    made = add(office)
    contacts = [ContactRow("示例人", "1", "")]
    made = editing.save(office, CompanyDraft("示例甲有限公司"), made.id, made.row_version, [], contacts)
    editing.save(office, CompanyDraft("示例甲有限公司"), made.id, made.row_version, made.former_names, made.contacts)
    assert history.changes(office, history.commands(office)[0].seq) == []


def test_a_removed_row_is_kept_whole(office):
    made = add(office)
    made = editing.save(
        office, CompanyDraft("示例甲有限公司"), made.id, made.row_version, contacts=[ContactRow("示例人", "1", "")]
    )
    editing.save(office, CompanyDraft("示例甲有限公司"), made.id, made.row_version, contacts=[])
    (change,) = history.changes(office, history.commands(office)[0].seq)
    assert (change.table, change.before["name"], change.after) == ("contact_person", "示例人", None)


def test_a_bulk_action_is_one_command_with_a_change_for_every_row(year):
    rows = year.participations()
    stages.move(year.office, rows, stages.Stage.WITHDRAWN, "示例原因")
    command = history.commands(year.office)[0]
    assert (command.name, command.rows) == ("stage_change", len(rows))
    assert {change.after["stage"] for change in history.changes(year.office, command.seq)} == {"withdrawn"}


def test_the_history_of_one_row_in_order(office):
    made = add(office)
    made = editing.save(office, CompanyDraft("示例乙有限公司"), made.id, made.row_version)
    editing.save(office, CompanyDraft("示例丙有限公司"), made.id, made.row_version)
    commands = reversed(history.commands(office))
    done = [change for command in commands for change in history.changes(office, command.seq)]
    names = [change.after["name"] for change in done if change.row_id == made.id]
    assert names == ["示例甲有限公司", "示例乙有限公司", "示例丙有限公司"]


def test_settings_staff_and_clauses_are_in_it_too(office):
    preferences.change(office, {"validity_years": "2"})
    staff.add(office, "示例二")
    row = years.open_year(office, years.suggestion(office, 2026))
    years.change_clauses(office, row.id, DEFAULT_CLAUSES[:1])
    tables = [{change.table for change in history.changes(office, one.seq)} for one in history.commands(office)]
    assert tables == [{"clause_set", "campaign"}, {"clause_set", "campaign"}, {"staff"}, {"setting"}]


def test_pages_go_back_in_time(office):
    for place in range(5):
        add(office, f"示例{place}有限公司")
    newest = history.commands(office, 2)
    older = history.commands(office, 2, before=newest[-1].seq)
    assert [row.seq for row in (*newest, *older)] == [5, 4, 3, 2]


def test_what_fails_leaves_neither_a_change_nor_a_command(office):
    def fail():
        with office.writing("company_add") as work:
            work.session.add(Company(name="示例", name_key="示例", sort_key="示例"))
            work.session.flush()
            raise UserError("company.gone")

    with pytest.raises(UserError):
        fail()
    assert history.commands(office) == []


def test_a_write_on_an_older_version_is_refused(office):
    made = add(office)
    editing.save(office, CompanyDraft("示例乙有限公司"), made.id, made.row_version)
    with refused("store.changed_meanwhile"):
        editing.save(office, CompanyDraft("示例丙有限公司"), made.id, made.row_version)


def test_a_write_that_another_one_overtook_is_refused(office):
    made = add(office)

    def overtaken():
        with office.writing("company_change") as work:
            row = work.session.get(Company, made.id)
            work.session.execute(
                update(Company).values(row_version=Company.row_version + 1).execution_options(synchronize_session=False)
            )
            row.hotline = "1"

    with refused("store.changed_meanwhile"):
        overtaken()


def test_the_acting_person_is_named(office):
    add(office.acting("示例乙"))
    assert history.commands(office)[0].staff == "示例乙"
    assert dataclasses.replace(office).author.staff == "示例员"
