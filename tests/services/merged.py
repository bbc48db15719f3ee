"""What the tests of merging and splitting look at."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, text

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.services.campaigns import years
from qc_desktop.services.companies import (
    details,
    editing,
)
from qc_desktop.storage.tables import Base
from qc_desktop.storage.tables.base import Tracked


def snapshot(office) -> dict[str, list[Any]]:
    """All tracked rows without their versions, and the search texts."""
    tables = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Tracked)]
    with office.store.reading() as session:
        found = {
            table.__tablename__: sorted(
                repr([(c.name, getattr(row, c.key)) for c in table.__table__.columns if c.name != "row_version"])
                for row in session.scalars(select(table)).unique()
            )
            for table in tables
        }
        found["search"] = sorted(map(repr, session.execute(text("SELECT company_id, text FROM company_search"))))
    return found


def opened_year(office, year: int) -> str:
    return years.open_year(office, years.suggestion(office, year)).id


def edit(office, company_id: str, **fields: str) -> None:
    shown = details.detail(office, company_id)
    known = {name: shown.values[name] for name in ("name", "uscc", "hotline", "address", "remark", "website")}
    editing.save(office, CompanyDraft(**{**known, "uscc": known["uscc"] or ""} | fields), company_id, shown.row_version)


def values(office, company_id: str, *names: str) -> tuple[Any, ...]:
    shown = details.detail(office, company_id)
    return tuple(shown.values[name] for name in names)
