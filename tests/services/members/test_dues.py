"""The dues ledger: off by default, sums, part payments, the reminder list; contacts only on request."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import history, preferences
from qc_desktop.services.companies import editing
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.members import dues
from qc_desktop.services.members.dues import DuesDraft
from qc_desktop.services.office import Office
from tests.samples import refused

DUE = dt.date(2026, 6, 30)


@pytest.fixture
def ledger(office: Office) -> Office:
    preferences.change(office, {"dues_ledger": "on", "association_name": "示例协会"})
    return replace(office, fixed_day=dt.date(2026, 3, 15))


def add(office: Office, name: str) -> str:
    contact = ContactRow("示例联系人", "13800000000", "")
    return editing.save(office, CompanyDraft(name), contacts=[contact]).id


def test_where_it_is_off_nothing_answers(office: Office, tmp_path: Path) -> None:
    company = add(office, "示例甲有限公司")
    assert dues.of_company(office, company) == ()
    for ask in (
        lambda: dues.save(office, company, DuesDraft(2026)),
        lambda: dues.overview(office, 2026),
        lambda: dues.open_rows(office, 2026),
        lambda: dues.charge(office, [company], 2026, 100),
        lambda: finish(dues.export(office, 2026, tmp_path / "list.xlsx")),
    ):
        with refused("dues.off"):
            ask()


def test_a_year_adds_up(ledger: Office) -> None:
    companies = [add(ledger, f"示例{name}有限公司") for name in "甲乙丙"]
    assert dues.charge(ledger, companies, 2026, 200_000, DUE) == 3
    assert dues.charge(ledger, companies, 2026, 100) == 0  # who has an entry keeps it
    dues.pay(ledger, companies[0], 2026, 50_000, "S-1")
    second = dues.pay(ledger, companies[0], 2026, 50_050, "S-2")
    assert (second.dues.paid_fen, second.dues.receipt_no) == (100_050, "S-1、S-2")
    dues.pay(ledger, companies[1], 2026, 300_000)  # more than was due
    sums = dues.overview(ledger, 2026)
    assert (sums.companies, sums.due_fen, sums.paid_fen) == (3, 600_000, 400_050)
    assert (sums.open_fen, sums.open_companies) == (99_950 + 200_000, 2)
    assert [row.company_id for row in dues.open_rows(ledger, 2026)] == [companies[2], companies[0]]
    assert dues.years(ledger) == (2026,)
    history.undo(ledger)
    assert dues.overview(ledger, 2026).paid_fen == 100_050


def test_an_entry_changed_meanwhile_is_not_written_over(ledger: Office) -> None:
    company = add(ledger, "示例甲有限公司")
    dues.save(ledger, company, DuesDraft(2026, 100))
    with refused("store.changed_meanwhile"):
        dues.save(ledger, company, DuesDraft(2026, 200))
    with refused("dues.bad_year"):
        dues.save(ledger, company, DuesDraft(26))


def test_the_text_is_ready_to_send(ledger: Office) -> None:
    company = add(ledger, "示例甲有限公司")
    dues.save(ledger, company, DuesDraft(2026, 200_000, DUE, 50_000))
    wording = "{企业名称}尚有{未缴}元，{截止日期}。{未知}{协会名称}"
    preferences.change(ledger, {"dues_reminder_text": wording})
    texts = dues.reminder_texts(ledger, dues.open_rows(ledger, 2026))
    assert texts == ["示例甲有限公司尚有1500.00元，2026年6月30日。{未知}示例协会"]


def rows(path: Path) -> list[list[str]]:
    return [[str(cell or "") for cell in row] for row in openpyxl.load_workbook(path).active.values]


def test_contacts_leave_only_on_request_and_are_logged(ledger: Office, tmp_path: Path) -> None:
    dues.save(ledger, add(ledger, "示例甲有限公司"), DuesDraft(2026, 200_000, DUE))
    before = history.commands(ledger, 1)[0].seq
    assert finish(dues.export(ledger, 2026, tmp_path / "plain.xlsx")) == 1
    assert history.commands(ledger, 1)[0].seq == before
    assert not any("138" in cell for row in rows(tmp_path / "plain.xlsx") for cell in row)
    finish(dues.export(ledger, 2026, tmp_path / "people.xlsx", contacts=True))
    assert history.commands(ledger, 1)[0].name == "dues_contacts_export"
    assert any("13800000000" in row for row in rows(tmp_path / "people.xlsx"))


def test_no_wording_speaks_of_a_fee_for_certificates(ledger: Office) -> None:
    wording = preferences.get(ledger, "dues_reminder_text")
    assert not any(word in wording for word in ("证书", "证明", "承诺", "公告", "工本费"))
