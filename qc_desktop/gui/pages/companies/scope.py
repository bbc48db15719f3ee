"""Whom an action means: the rows that are selected, or everyone who answers the filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.gui.pages.companies.model import Query
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.office import Office

CHUNK = 500


@dataclass(frozen=True)
class Scope:
    """``rows`` are the selected ones as far as they are fetched; where some are not, ``places`` counts.

    ``everyone`` means all that answer ``query`` at the moment of the action; ``ids`` names those that an earlier
    action was for.
    """

    count: int
    query: Query
    rows: tuple[CompanyRow, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    everyone: bool = False
    ids: tuple[str, ...] = ()

    @property
    def in_review(self) -> int | None:
        """How many of them stand in review; None where :meth:`count_in_review` has to ask."""
        return None if len(self.rows) < self.count else sum(_is_in_review(row) for row in self.rows)

    def count_in_review(self, office: Office) -> int:
        """How many of them stand in review; asks the records."""
        if self.everyone:
            wanted = self._in_review
            return browsing.count(office, wanted) if wanted else 0
        return sum(_is_in_review(row) for row in self._all(office))

    def review_ids(self, office: Office) -> list[str]:
        """The participations of those who stand in review; all of them where nobody does, so that it can be said."""
        if self.everyone:
            wanted = self._in_review
            found = browsing.participation_ids(office, wanted) if wanted else []
        else:
            found = [row.participation_id for row in self._all(office) if _is_in_review(row)]
        return found or self.participation_ids(office)

    @property
    def _in_review(self) -> CompanyFilter | None:
        """The filter, for those of it who stand in review."""
        wanted = self.query.wanted
        if not wanted.campaign_id or (wanted.stages and Stage.MATERIAL_REVIEW not in wanted.stages):
            return None
        return replace(wanted, stages=(Stage.MATERIAL_REVIEW.value,))

    @property
    def may_pledge(self) -> bool:
        """Whether somebody among them may take part and have handed in no pledge."""
        return len(self.rows) < self.count or any(row.stage in BEFORE_REVIEW for row in self.rows)

    @property
    def may_join(self) -> bool:
        """Whether somebody among them may not take part yet."""
        return len(self.rows) < self.count or any(not row.participation_id for row in self.rows)

    def company_ids(self, office: Office) -> list[str]:
        """The companies meant; asks the records, so never on the window's thread."""
        if self.ids:
            return list(self.ids)
        if self.everyone:
            return browsing.ids(office, self.query.wanted)
        return [row.id for row in self._all(office)]

    def participation_ids(self, office: Office) -> list[str]:
        """The participations meant; companies that do not take part have none."""
        if self.everyone:
            return browsing.participation_ids(office, self.query.wanted)
        return [row.participation_id for row in self._all(office) if row.participation_id]

    def _all(self, office: Office) -> Iterator[CompanyRow]:
        if len(self.rows) == self.count:
            yield from self.rows
            return
        for first, end in self.places:
            for offset in range(first, end, CHUNK):
                limit = min(CHUNK, end - offset)
                yield from browsing.page(
                    office, self.query.wanted, offset, limit, self.query.sort, self.query.descending
                )


def _is_in_review(row: CompanyRow) -> bool:
    return row.stage == Stage.MATERIAL_REVIEW
