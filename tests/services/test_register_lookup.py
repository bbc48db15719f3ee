"""A caller's certificate is found by an index, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from qc_desktop.services import register_lookup, verification
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.storage.tables import Certificate
from tests.samples import Year

NUMBER = "QC-2026-315-000002"


@contextmanager
def plans() -> Iterator[list[str]]:
    """How SQLite goes about everything that is asked meanwhile."""
    asked: list[tuple[str, Any]] = []
    found: list[str] = []

    def listen(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))
            for line in cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters):
                found.append(line[3])

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", listen)


def reads_every_row(plan: str) -> bool:
    """Whether it reads the rows of all certificates, which hold their whole records, and not an index of them."""
    return plan.startswith("SCAN certificate") and "INDEX" not in plan


@pytest.mark.parametrize("typed", [NUMBER, "qc-2026-315-000002", "000002", "02", "示例", "shili", "没有这家"])
def test_no_question_reads_every_certificate(issued: Year, typed: str) -> None:
    with plans() as found:
        verification.verify(issued.office, typed)
    assert found
    assert not [plan for plan in found if reads_every_row(plan)]


def test_nor_does_the_register(issued: Year) -> None:
    ids = [row.id for row in register.page(issued.office, CertificateFilter())]
    with plans() as found, issued.office.store.reading() as session:
        register.rows(session, ids)
    assert found
    assert not [plan for plan in found if reads_every_row(plan)]


def test_a_plan_that_reads_every_row_is_noticed(issued: Year) -> None:
    with plans() as found, issued.office.store.reading() as session:
        session.execute(text("SELECT holder FROM certificate WHERE replaces_id = 'x'")).all()
    assert [plan for plan in found if reads_every_row(plan)]


def test_the_successor_is_the_one_that_was_issued_in_its_place(issued: Year) -> None:
    old, new = register.replace(issued.office, NUMBER, "名称登记有误", issued.keys)
    with issued.office.store.reading() as session:
        numbers = {
            number: register_lookup.successor_of(session, session.query(Certificate).filter_by(number=number).one())
            for number in (old.number, new.number)
        }
    assert numbers == {old.number: new.number, new.number: ""}
