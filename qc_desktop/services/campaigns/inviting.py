"""邀请: companies are moved to *invited* and the list for their letters is written, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns import chasing, letters
from qc_desktop.services.campaigns.stages import Moved, Refused, in_chunks, move_within

if TYPE_CHECKING:
    from qc_desktop.services.campaigns.letters import Wording
    from qc_desktop.services.office import Office


@dataclass(frozen=True)
class Invited:
    """How inviting went, and where the list for mail merge lies."""

    moved: Moved
    path: Path


def invite(
    office: Office, participation_ids: Sequence[str], common: Wording, path: Path, *, with_contacts: bool = False
) -> Job[Invited]:
    """Invites drafts among ``participation_ids`` and writes who is invited to ``path``, a workbook.

    Who was invited before is listed too; who stands elsewhere is named and left out. Either both happen or neither:
    a list that cannot be written, or a cancelled job, invites nobody. Raises UserError ``file.*``, and
    ``chase.nobody`` where nobody is left to invite.
    """
    moved = already = 0
    refused: list[Refused] = []
    cells: list[tuple[str | int, ...]] = []
    count = len(participation_ids)
    with office.writing("companies_invite", count=count, contacts=with_contacts) as work:
        for chunk in in_chunks(participation_ids):
            part = move_within(work, chunk, Stage.INVITED)
            moved, already = moved + part.moved, already + part.already
            refused += part.refused
            work.session.flush()
            rows = chasing.rows_of(work.session, chunk, office.today)
            rows = [row for row in rows if row.stage is Stage.INVITED]
            people = chasing.contacts(work.session, [row.company_id for row in rows]) if with_contacts else {}
            lines = [letters.invitation_cells(row, common) for row in rows]
            cells += letters.with_people(rows, lines, people, with_contacts)
            yield Progress("invite", min(moved + already + len(refused), count), count)
        if not cells:
            raise UserError("chase.nobody")
        letters.write(path, letters.INVITATION, cells, with_contacts=with_contacts)
    return Invited(Moved(moved, already, tuple(refused)), path)
