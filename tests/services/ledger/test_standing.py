"""How the register stands: as long as it goes on, that it is behind, and that this was passed over once."""

from __future__ import annotations

import shutil

from qc_desktop.services import backups
from qc_desktop.services.certificates import register
from qc_desktop.services.ledger import heads, overriding
from qc_desktop.services.ledger.standing import BEHIND, standing
from tests.samples import STAFF

FIRST = "QC-2026-315-000001"


def test_without_keys_there_is_nothing_to_confirm(office):
    now = standing(office)
    assert (now.signed, now.at, now.behind, now.overridden) == (0, None, None, ())


def test_what_is_confirmed_and_what_is_not_yet(issued_year):
    register.end(issued_year.office, FIRST, register.CertificateState.VOID, "示例原因")
    now = standing(issued_year.office)
    assert now.entries == now.signed + 1
    assert now.at is not None
    assert now.behind is None


def test_older_records_are_behind_until_that_is_passed_over(issued_year):
    office = issued_year.office
    made = backups.make(office)
    register.replace(office, FIRST, "示例原因", issued_year.keys)
    signed = heads.head(office).signed
    office.close()
    shutil.copy(made.path, office.profile.database)
    now = standing(office)
    assert now.behind is not None
    assert now.behind.code in BEHIND
    assert now.behind.params["signed"] == signed
    overriding.override(office, "示例：只有这一份")
    after = standing(office)
    assert after.behind is None
    assert [(one.reason, one.staff) for one in after.overridden] == [("示例：只有这一份", STAFF)]


def test_a_head_that_was_changed_past_the_program_is_no_obstacle(issued_year, by_hand):
    by_hand(issued_year.office, "UPDATE ledger_checkpoint SET note = 'x'")
    now = standing(issued_year.office)
    assert (now.signed, now.entries) == (0, heads.size(issued_year.office))
