"""我的筛选 and 名单: named filters, and fixed lists of companies, that the whole office shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.custom_fields import OwnCondition, OwnTest
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import not_merged, standing
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import SavedList, SavedListEntry

COMPANIES = "companies"
"""The list of the window that these belong to."""
LONGEST = 60
_NOT_KEPT = frozenset({"campaign_id", "membership_on"})
"""A filter is about whatever year and day is at hand."""


@dataclass(frozen=True)
class SavedRow:
    """A named filter, or with ``size`` a fixed list of so many companies; ``wanted`` describes its companies."""

    id: str
    name: str
    wanted: CompanyFilter
    size: int | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it names its companies one by one."""
        return self.size is not None


def everything(office: Office) -> list[SavedRow]:
    """All of them in the order that staff gave them."""
    sizes = select(SavedListEntry.list_id, func.count()).where(not_merged(SavedListEntry.company_id))
    query = select(SavedList).where(SavedList.shown_in == COMPANIES).order_by(SavedList.position, SavedList.id)
    with office.store.reading() as session:
        counted = {row[0]: row[1] for row in session.execute(sizes.group_by(SavedListEntry.list_id))}
        return [_row(row, counted.get(row.id, 0)) for row in session.scalars(query)]


def named(office: Office, name: str) -> SavedRow:
    """The one called ``name``. Raises UserError where there is none."""
    found = next((row for row in everything(office) if row.name == clean(name)), None)
    if found is None:
        raise UserError("saved.unknown", name=name, known=[row.name for row in everything(office)] or "–")
    return found


def _row(row: SavedList, size: int) -> SavedRow:
    if row.query is None:
        return SavedRow(row.id, row.name, CompanyFilter(list_id=row.id), size)
    return SavedRow(row.id, row.name, filter_of(row.query))


def plain(wanted: CompanyFilter) -> dict[str, Any]:
    """What is kept of a filter: whatever narrows, by name."""
    values = {each.name: getattr(wanted, each.name) for each in fields(wanted) if each.name not in _NOT_KEPT}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if _says(value)}


def _says(value: object) -> bool:
    return value is not None and value not in ("", ())


def filter_of(stored: Mapping[str, Any]) -> CompanyFilter:
    """The filter that was kept; what a newer version kept and this one does not know narrows nothing."""
    known = {each.name: each.default for each in fields(CompanyFilter) if each.default is not MISSING}
    values: dict[str, Any] = {name: _frozen(value) for name, value in stored.items()}
    values["custom"] = tuple(_own_conditions(values.get("custom", ())))
    alike = {name: value for name, value in values.items() if name in known and name not in _NOT_KEPT}
    return replace(CompanyFilter(), **alike)


def _own_conditions(stored: Iterable[tuple[str, ...]]) -> Iterator[OwnCondition]:
    for one in stored:
        if len(one) == 3 and one[1] in list(OwnTest):
            yield OwnCondition(one[0], OwnTest(one[1]), one[2])


def _frozen(value: Any) -> Any:
    """What JSON made a list of, also within a list."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def save_filter(office: Office, name: str, wanted: CompanyFilter) -> SavedRow:
    """Keeps ``wanted`` under ``name``. Raises UserError for a name that is empty, too long or taken."""
    return _add(office, "saved_filter", name, plain(wanted))


def make_list(office: Office, name: str, company_ids: Sequence[str]) -> Job[SavedRow]:
    """Makes a fixed list of ``company_ids``; one command. Raises UserError as :func:`save_filter` does."""
    with office.writing("saved_list", name=clean(name), rows=len(company_ids)) as work:
        list_id = _new(work, name, None).id
        meant = standing(work.session, company_ids)
        yield from _enter(work, list_id, meant)
    return SavedRow(list_id, clean(name), CompanyFilter(list_id=list_id), len(meant))


def add(office: Office, list_id: str, company_ids: Sequence[str]) -> Job[int]:
    """Puts those on the list that are not yet on it, and returns how many; one command.

    Raises UserError where the list is gone or is a filter.
    """
    with office.writing("saved_list_add", name=_fixed_name(office, list_id)) as work:
        known = set(_entries(work.session, list_id))
        fresh = [company_id for company_id in standing(work.session, company_ids) if company_id not in known]
        yield from _enter(work, list_id, fresh)
    return len(fresh)


def remove(office: Office, list_id: str, company_ids: Sequence[str]) -> Job[int]:
    """Takes those off the list that are on it, and returns how many; one command. Raises UserError as :func:`add`."""
    taken = 0
    with office.writing("saved_list_remove", name=_fixed_name(office, list_id)) as work:
        for chunk in in_chunks(company_ids):
            here = SavedListEntry.list_id == list_id, SavedListEntry.company_id.in_(chunk)
            for entry in work.session.scalars(select(SavedListEntry).where(*here)).all():
                work.session.delete(entry)
                taken += 1
            work.session.flush()
            yield Progress("saved_list", taken, len(company_ids))
    return taken


def rename(office: Office, list_id: str, name: str) -> None:
    """Calls it ``name``. Raises UserError as :func:`save_filter`, and where it is gone."""
    with office.writing("saved_rename", name=clean(name)) as work:
        row = _known(work.session, list_id)
        row.name = _checked(work.session, name, besides=list_id)


def move(office: Office, list_id: str, step: int) -> None:
    """Moves it ``step`` places down (up where negative) among the others. Raises UserError where it is gone."""
    with office.writing("saved_move") as work:
        rows = list(work.session.scalars(select(SavedList).order_by(SavedList.position, SavedList.id)))
        at = next((place for place, row in enumerate(rows) if row.id == list_id), None)
        if at is None:
            raise UserError("saved.gone")
        rows.insert(min(max(at + step, 0), len(rows) - 1), rows.pop(at))
        for position, row in enumerate(rows):
            row.position = position


def drop(office: Office, list_id: str) -> None:
    """Deletes the filter or the list, never its companies. Raises UserError where it is gone."""
    with office.writing("saved_delete", name=_known_name(office, list_id)) as work:
        row = _known(work.session, list_id)
        for entry in work.session.scalars(select(SavedListEntry).where(SavedListEntry.list_id == list_id)):
            work.session.delete(entry)
        work.session.flush()  # before the list itself: undo goes the other way
        work.session.delete(row)


def overwrite_filter(office: Office, list_id: str, wanted: CompanyFilter) -> None:
    """Keeps ``wanted`` in the place of what the named filter said. Raises UserError where it is gone."""
    with office.writing("saved_filter", name=_known_name(office, list_id)) as work:
        _known(work.session, list_id).query = plain(wanted)


def _add(office: Office, command: str, name: str, query: dict[str, Any] | None) -> SavedRow:
    with office.writing(command, name=clean(name)) as work:
        return _row(_new(work, name, query), 0)


def _new(work: UnitOfWork, name: str, query: dict[str, Any] | None) -> SavedList:
    last = work.session.scalar(select(func.max(SavedList.position)))
    row = SavedList(
        shown_in=COMPANIES,
        name=_checked(work.session, name),
        query=query,
        position=0 if last is None else last + 1,
    )
    work.session.add(row)
    work.session.flush()
    return row


def _enter(work: UnitOfWork, list_id: str, company_ids: Sequence[str]) -> Job[None]:
    done = 0
    for chunk in in_chunks(list(dict.fromkeys(company_ids))):
        work.session.add_all(SavedListEntry(list_id=list_id, company_id=company_id) for company_id in chunk)
        work.session.flush()
        work.session.expunge_all()
        done += len(chunk)
        yield Progress("saved_list", done, len(company_ids))


def _entries(session: Session, list_id: str) -> Sequence[str]:
    return session.scalars(select(SavedListEntry.company_id).where(SavedListEntry.list_id == list_id)).all()


def _checked(session: Session, name: str, besides: str = "") -> str:
    plain_name = clean(name)
    if not plain_name or len(plain_name) > LONGEST:
        raise UserError("saved.bad_name", limit=LONGEST)
    same = select(SavedList.id).where(SavedList.shown_in == COMPANIES, SavedList.name == plain_name)
    if session.scalars(same.where(SavedList.id != besides)).first() is not None:
        raise UserError("saved.name_taken", name=plain_name)
    return plain_name


def _known(session: Session, list_id: str) -> SavedList:
    row = session.get(SavedList, list_id)
    if row is None:
        raise UserError("saved.gone")
    return row


def _fixed(session: Session, list_id: str) -> SavedList:
    row = _known(session, list_id)
    if row.query is not None:
        raise UserError("saved.is_filter", name=row.name)
    return row


def _known_name(office: Office, list_id: str) -> str:
    with office.store.reading() as session:
        return _known(session, list_id).name


def _fixed_name(office: Office, list_id: str) -> str:
    with office.store.reading() as session:
        return _fixed(session, list_id).name
