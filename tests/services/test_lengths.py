"""What was pasted by mistake is refused with a sentence wherever it would be kept; nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState, check_closing
from qc_desktop.domain.chasing import ReminderWay
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.domain.lengths import CLAUSE_FULL, CLAUSE_SHORT, LINE, MOST_LINES, REASON, REMARK
from qc_desktop.domain.pledges import PledgeClause
from qc_desktop.services.campaigns import chasing, pledging, stages, years
from qc_desktop.services.members import terms
from tests.samples import Year, add, code, refused

PASTED = "示" * 10_000


def _campaign(year: Year, **changed: object) -> None:
    row = years.campaign(year.office)
    years.change(year.office, row.id, row.row_version, replace(row.values, **changed))


def _clauses(year: Year, short: str, full: str) -> None:
    years.change_clauses(year.office, year.campaign_id, (PledgeClause(short, full),))


def _pledge(year: Year, pledge: PledgeDraft) -> None:
    company = add(year.office, "示例新来有限公司", code(70))
    pledging.enter(year.office, year.campaign_id, company.id, pledge)


def _remind(year: Year) -> None:
    chasing.mark(year.office, year.participations()[:1], ReminderWay.PHONE, PASTED)


WAYS: dict[str, Callable[[Year], object]] = {
    "theme": lambda year: _campaign(year, theme=PASTED),
    "organiser": lambda year: _campaign(year, organisers=("示例协会", PASTED)),
    "supporter": lambda year: _campaign(year, supporters=(PASTED,)),
    "announcement": lambda year: _campaign(year, announcement_no=PASTED),
    "clause": lambda year: _clauses(year, PASTED, "示例"),
    "clause in full": lambda year: _clauses(year, "示例", PASTED),
    "product": lambda year: _pledge(year, PledgeDraft(products=(PASTED,))),
    "standard": lambda year: _pledge(year, PledgeDraft(standards=(PASTED,))),
    "signatory": lambda year: _pledge(year, PledgeDraft(signatory=PASTED)),
    "reason of a return": lambda year: pledging.send_back(year.office, year.participations(), PASTED),
    "reason of an end": lambda year: check_closing(CertificateState.LIVE, CertificateState.VOID, PASTED, "示例"),
    "reminder": _remind,
    "member number": lambda year: terms.give_number(year.office, year.companies()[0].id, "A" * 10_000),
}


@pytest.mark.parametrize("what", WAYS)
def test_ten_thousand_characters_are_refused(year: Year, what: str) -> None:
    with refused("text.too_long") as caught:
        WAYS[what](year)
    assert caught.value.params["length"] == 10_000


def test_too_many_lines_are_refused(year: Year) -> None:
    with refused("text.too_many"):
        _campaign(year, organisers=("示例协会",) * (MOST_LINES + 1))


def test_what_just_fits_is_kept_whole(year: Year) -> None:
    _campaign(year, organisers=("示" * LINE,))
    _clauses(year, "示" * CLAUSE_SHORT, "示" * CLAUSE_FULL)
    row = years.campaign(year.office)
    assert row.values.organisers == ("示" * LINE,)
    assert row.clauses == (PledgeClause("示" * CLAUSE_SHORT, "示" * CLAUSE_FULL),)
    moved = stages.move(year.office, year.participations()[:1], Stage.REVOKED, "示" * REASON)
    assert moved.moved == 1
    assert chasing.mark(year.office, year.participations()[:1], ReminderWay.PHONE, "示" * REMARK) == 1
