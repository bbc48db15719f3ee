"""What the chase list shows and how it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.gui.pages.companies.model import STAGE_TONES, short_province
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.filter_chips import Chip
from qc_desktop.services.campaigns import chasing, letters, years
from qc_desktop.services.campaigns.chasing import (
    AWAITED,
    INCOMPLETE,
    NOT_INVITED,
    OWING,
    RETURNED,
    ChaseFilter,
    ChaseRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.gui.desk import Desk
    from qc_desktop.messages import Messages
    from qc_desktop.services.campaigns.letters import Wording
    from qc_desktop.services.office import Office

translate = QCoreApplication.translate
CHUNK = 500


@dataclass(frozen=True)
class Query:
    """Which companies, in which order."""

    wanted: ChaseFilter = field(default_factory=lambda: ChaseFilter(""))
    sort: str = "name"
    descending: bool = False


@dataclass(frozen=True)
class Chosen:
    """Whom an action means: the rows at ``places`` of the list, or with none of them all of it."""

    count: int
    query: Query
    places: tuple[tuple[int, int], ...] = ()

    def company_ids(self, office: Office) -> list[str]:
        """As :meth:`participation_ids`, their companies."""
        return chasing.companies(office, self.participation_ids(office))

    def participation_ids(self, office: Office) -> list[str]:
        """The participations meant; asks the records, so never on the window's thread."""
        if not self.places:
            return chasing.ids(office, self.query.wanted)
        return [row.participation_id for row in self._rows(office)]

    def _rows(self, office: Office) -> Iterator[ChaseRow]:
        query = self.query
        for first, end in self.places:
            for offset in range(first, end, CHUNK):
                limit = min(CHUNK, end - offset)
                yield from chasing.page(office, query.wanted, offset, limit, query.sort, query.descending)


@dataclass(frozen=True)
class ChaseSight:
    """What stands above the list: how many of each, and the wording of the texts."""

    counts: Mapping[str, int]
    wording: Wording


class ChaseSource:
    """The companies to chase as rows of a list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: Query) -> int:
        """How many companies answer ``query``."""
        return chasing.count(self._desk.office, query.wanted)

    def page(self, query: Query, offset: int, limit: int) -> Sequence[ChaseRow]:
        """At most ``limit`` rows from ``offset`` on."""
        return chasing.page(self._desk.office, query.wanted, offset, limit, query.sort, query.descending)


def look(office: Office, year: int) -> ChaseSight:
    """The counts and the wording of ``year``."""
    row = years.campaign(office, year)
    return ChaseSight(chasing.counts(office, row.id), letters.wording(office, row.values))


def chips(counts: Mapping[str, int]) -> list[Chip]:
    """The kinds of companies with how many there are of each."""
    words = {
        OWING: translate("ChaseList", "Pledge owed"),
        NOT_INVITED: translate("ChaseList", "Not invited"),
        AWAITED: translate("ChaseList", "Invited, no answer"),
        RETURNED: translate("ChaseList", "Returned"),
        INCOMPLETE: translate("ChaseList", "Papers incomplete"),
    }
    return [Chip(key, said, counts.get(key, 0)) for key, said in words.items()]


def columns(words: Messages) -> tuple[Column[ChaseRow], ...]:
    """The columns; those whose id is in ``chasing.SORTABLE`` can be sorted by."""
    wide, usual = (1.0, 13) if words.lang == "zh_CN" else (1.5, 18)
    made: tuple[Column[ChaseRow], ...] = (
        Column("name", translate("ChaseList", "Company name"), 13, lambda row: row.name, stretch=True, frozen=True),
        Column("province", translate("ChaseList", "Province"), 3.4, lambda row: short_province(row.province), rank=4),
        Column(
            "stage",
            translate("ChaseList", "Stage"),
            6.2 * wide,
            lambda row: words.text(f"stage.{row.stage}"),
            tone=lambda row: STAGE_TONES[row.stage],
            rank=3,
        ),
        Column(
            "missing",
            translate("ChaseList", "Missing"),
            usual,
            lambda row: missing_words(words, row),
            stretch=True,
            rank=1,
        ),
        Column("waiting", translate("ChaseList", "Days"), 3, lambda row: str(row.waiting), RIGHT),
        Column("reminded", translate("ChaseList", "Last reminded"), 8 * wide, lambda row: reminded(words, row), rank=2),
    )
    return tuple(replace(column, sortable=column.id in chasing.SORTABLE) for column in made)


def missing_words(words: Messages, row: ChaseRow) -> str:
    """What ``row``'s company owes, shortly."""
    return words.listed(words.text(f"chase.missing_{thing}") for thing in row.missing)


def reminded(words: Messages, row: ChaseRow) -> str:
    """When and how ``row``'s company was reminded last."""
    if row.reminded_at is None:
        return words.text("chase.not_yet")
    return f"{when(row.reminded_at)} {words.text(f'chase.way_{row.way}')}"
