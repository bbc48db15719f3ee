"""One company in full."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

from qc_desktop.domain.text import masked
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import survivor_of
from qc_desktop.storage.tables import Company


@dataclass(frozen=True)
class FormerNameRow:
    """A former name and the last day it was used, where known."""

    name: str
    until: dt.date | None = None


@dataclass(frozen=True)
class ContactRow:
    """A contact person (personal data)."""

    name: str = ""
    phone: str = ""
    email: str = ""

    @property
    def in_public(self) -> ContactRow:
        """As it is shown to whom did not ask: by the ends of what it says."""
        return ContactRow(masked(self.name), masked(self.phone), masked(self.email))


@dataclass(frozen=True)
class CompanyDetail:
    """Everything known of a company; ``values`` are its columns by glossary name."""

    id: str
    row_version: int
    values: dict[str, Any]
    former_names: tuple[FormerNameRow, ...] = ()
    contacts: tuple[ContactRow, ...] = dataclasses.field(default=(), repr=False)


def detail(office: Office, company_id: str) -> CompanyDetail:
    """One company in full; of one that was merged, the company it was merged into. Raises UserError when it is gone."""
    with office.store.reading() as session:
        company = session.get(Company, survivor_of(session, company_id))
        if company is None:
            raise UserError("company.gone")
        return detail_of(company)


def detail_of(company: Company) -> CompanyDetail:
    """The frozen view of ``company``."""
    hidden = {"id", "row_version", "name_key", "sort_key", "merged_into_id"}
    values = {column.key: getattr(company, column.key) for column in Company.__mapper__.column_attrs}
    return CompanyDetail(
        id=company.id,
        row_version=company.row_version,
        values={key: "" if value is None else value for key, value in values.items() if key not in hidden},
        former_names=tuple(FormerNameRow(former.name, former.until) for former in company.former_names),
        contacts=tuple(ContactRow(contact.name, contact.phone, contact.email) for contact in company.contacts),
    )


def note_contacts_shown(office: Office, shown: CompanyDetail) -> None:
    """Logs that a person looked at personal data, and of which company."""
    with office.writing("contacts_shown", undoable=False, company=shown.id):
        pass
