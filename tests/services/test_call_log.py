"""The log of the verification desk: it only grows, and says nothing of who asked."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.lengths import REMARK
from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Verdict
from qc_desktop.messages import messages
from qc_desktop.services import call_log, history
from qc_desktop.services.call_log import CallFilter
from qc_desktop.services.certificates import register
from qc_desktop.services.verification import verify
from tests.samples import STAFF, refused


def asked(year, typed, remark=""):
    (answer,) = verify(year.office, typed)
    return call_log.enter(year.office, typed, answer, remark)


def test_a_call_keeps_the_verdict_of_its_time(issued):
    call = asked(issued, "3", " 示例  备注 ")
    register.end(issued.office, call.number, CertificateState.REVOKED, "示例原因")
    assert asked(issued, call.number).verdict is Verdict.REVOKED
    later, first = call_log.page(issued.office, CallFilter())
    assert first == call
    assert (first.verdict, first.staff, first.asked, first.remark) == (Verdict.VALID, STAFF, "3", "示例 备注")
    assert later.verdict is Verdict.REVOKED


def test_a_call_without_a_certificate_is_kept_too(issued):
    call = asked(issued, "没有这家示例企业")
    assert (call.verdict, call.number, call.holder) == (Verdict.UNKNOWN, "", "")


def test_sightings_count_what_was_entered(issued):
    number = asked(issued, "3").number
    assert call_log.sightings(issued.office, "QC-0000") == call_log.Sightings()
    assert call_log.sightings(issued.office, "") == call_log.Sightings()
    calls = [asked(issued, "3") for _ in range(call_log.LATEST)]
    seen = call_log.sightings(issued.office, number)
    assert seen.count == call_log.LATEST + 1
    assert seen.latest == tuple(call.at for call in reversed(calls))


def test_it_only_grows_and_undo_leaves_it(issued):
    asked(issued, "3")
    command = history.next_undo(issued.office)
    assert command is None or command.name != "call_enter"
    for statement in ("DELETE FROM call_log", "UPDATE call_log SET remark = 'x'"):
        with pytest.raises(DatabaseError, match="only grows"), issued.office.store.engine.begin() as connection:
            connection.execute(text(statement))


def test_of_a_file_only_the_name_is_kept(issued):
    (answer,) = verify(issued.office, "3")
    for path in ("/home/示例来电人/证书 1.pdf", r"C:\示例来电人\证书 1.PDF"):
        assert call_log.enter(issued.office, path, answer).asked.lower() == "证书 1.pdf"
    assert len(call_log.enter(issued.office, "示" * 900, answer).asked) == call_log.MOST_ASKED


def test_a_remark_that_is_too_long_enters_nothing(issued):
    with refused("text.too_long"):
        asked(issued, "3", "示" * (REMARK + 1))
    assert call_log.count(issued.office, CallFilter()) == 0


def test_days_are_those_of_the_association(issued):
    asked(issued, "3")
    today = dates.today()
    yesterday = today - dt.timedelta(days=1)
    assert call_log.count(issued.office, CallFilter(today, today)) == 1
    assert call_log.count(issued.office, CallFilter(until=yesterday)) == 0
    assert call_log.today(issued.office) == call_log.page(issued.office, CallFilter())


def test_the_list_is_written_as_a_table(issued, tmp_path):
    call = asked(issued, "3", "=1+1")
    path = tmp_path / "查验登记.xlsx"
    assert finish(call_log.export(issued.office, messages("zh_CN"), CallFilter(), path)) == 1
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    assert rows[-1][3:] == ("3", "有效", call.number, call.holder, "=1+1")
    with refused("roster.format"):
        finish(call_log.export(issued.office, messages("zh_CN"), CallFilter(), tmp_path / "a.pdf"))
