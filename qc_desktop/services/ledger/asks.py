"""A question to the records that is asked part by part, so that nobody waits long for the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from qc_desktop.domain.findings import Finding
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.services.office import Office

STEP = "ledger_replay"
AT_ONCE = 2000


@dataclass(frozen=True)
class Ask:
    """``rows`` in the order of ``key``, their first column, ``at_once`` of them at a time to ``look``."""

    rows: Select[*tuple[Any, ...]]
    key: InstrumentedAttribute[Any]
    look: Callable[[list[Row[Any]]], list[Finding]]
    at_once: int = AT_ONCE

    def answered(self, office: Office) -> Job[list[Finding]]:
        """Everything that ``look`` found."""
        found: list[Finding] = []
        with office.store.reading() as session:
            total = session.scalar(select(func.count()).select_from(self.rows.subquery())) or 0
        done, wanted = 0, self.rows
        while True:
            with office.store.reading() as session:
                part = list(session.execute(wanted.order_by(self.key).limit(self.at_once)))
            if not part:
                return found
            found += self.look(part)
            done, wanted = done + len(part), self.rows.where(self.key > part[-1][0])
            yield Progress(STEP, min(done, total), total)
