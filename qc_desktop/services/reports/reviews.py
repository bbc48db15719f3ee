"""How the reviews went on through the season, week by week, from the history."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import PASSED_REVIEW
from qc_desktop.domain.dates import local
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import Change, Command, Participation


@dataclass(frozen=True)
class Reviews:
    """Pledges approved by the end of each week of the season, this year and in the last year on record.

    ``starts`` are the first days of the weeks; ``now`` ends with the present week. ``year_before`` is 0 where there is
    none.
    """

    starts: tuple[dt.date, ...] = ()
    now: tuple[int, ...] = ()
    before: tuple[int, ...] = ()
    year_before: int = 0


def reviews(session: Session, today: dt.date, now: tuple[int, str], before: tuple[int, str]) -> Reviews:
    """Counts the approvals of two campaigns, each given as its year and id; weeks are counted from 1 January."""
    weeks_now, weeks_before = (_weeks(session, *campaign) if campaign[1] else Counter() for campaign in (now, before))
    known = [*weeks_now, *weeks_before]
    if not known:
        return Reviews(year_before=before[0])
    weeks = range(min(known) - 1, max(known) + 1)  # every line begins with nothing
    reached = (today - dt.date(now[0], 1, 1)).days // 7
    return Reviews(
        starts=tuple(dt.date(now[0], 1, 1) + dt.timedelta(weeks=week) for week in weeks),
        now=tuple(accumulate(weeks_now[week] for week in weeks if week <= max([reached, *weeks_now]))),
        before=tuple(accumulate(weeks_before[week] for week in weeks)) if weeks_before else (),
        year_before=before[0],
    )


def _weeks(session: Session, year: int, campaign_id: str) -> Counter[int]:
    """How many pledges were approved in each week; what was taken back does not count."""
    passed = [stage.value for stage in PASSED_REVIEW]
    counted = session.execute(
        select(Command.at, func.count())
        .join(Change, Change.command_seq == Command.seq)
        .join(Participation, Participation.id == Change.row_id)
        .where(
            Participation.campaign_id == campaign_id,
            not_merged(Participation.company_id),
            Change.table_name == Participation.__tablename__,
            Command.undone_by.is_(None),
            Command.undoes.is_(None),
            func.json_extract(Change.after, "$.stage").in_(passed),
            func.coalesce(func.json_extract(Change.before, "$.stage"), "").not_in(passed),
        )
        .group_by(Command.seq)
    )
    weeks: Counter[int] = Counter()
    for at, number in counted:
        weeks[(local(at).date() - dt.date(year, 1, 1)).days // 7] += number
    return weeks
