"""Replay: the records are held against the ledger, and what somebody changed past the program is named."""

from __future__ import annotations

from qc_desktop.domain.findings import Finding
from qc_desktop.domain.progress import Job
from qc_desktop.services.ledger import heads, told_by_records
from qc_desktop.services.ledger.told_by_events import Told
from qc_desktop.services.office import Office


def replaying(office: Office) -> Job[list[Finding]]:
    """Whatever does not agree with the ledger, each named once; empty where all is as it was written.

    Nothing is locked meanwhile, and a writing may come between two looks: what differs counts where a second look
    finds it too.
    """
    found = yield from _looked_at(office)
    if not found:
        return []
    again = yield from _looked_at(office)
    still = {_name(finding) for finding in again}
    return list({_name(finding): finding for finding in found if _name(finding) in still}.values())


def _name(finding: Finding) -> tuple[str, str]:
    """What makes two findings one."""
    return finding.code, repr(sorted(finding.params.items()))


def _looked_at(office: Office) -> Job[list[Finding]]:
    told = Told()
    found: list[Finding] = []
    for ask in (told.asks, *told_by_records.asks(told)):
        found += yield from ask.answered(office)
    found += told.unexplained()
    with office.store.reading() as session:
        found += told.unlisted(session)
        found += told_by_records.unlogged(session, told)
        found += heads.differences(office, session, told.tree)
    return found + told_by_records.lost(told)
