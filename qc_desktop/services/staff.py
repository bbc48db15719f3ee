"""Named staff: who may be picked as the operator."""

from __future__ import annotations

from sqlalchemy import select

from qc_desktop.domain.search import sort_key
from qc_desktop.domain.staff import staff_name
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Staff


def names(office: Office) -> list[str]:
    """The active staff by name."""
    with office.store.reading() as session:
        return sorted(session.scalars(select(Staff.name).where(Staff.active)), key=sort_key)


def add(office: Office, name: str) -> str:
    """Adds a member of staff, or makes a former one active again; returns the name as kept.

    Raises UserError for a name that :func:`~qc_desktop.domain.staff.staff_name` refuses.
    """
    wanted = staff_name(name)
    with office.writing("staff_add", name=wanted) as work:
        known = work.session.scalars(select(Staff).where(Staff.name == wanted)).first()
        if known is None:
            work.session.add(Staff(name=wanted, active=True))
        else:
            known.active = True
    return wanted


def retire(office: Office, name: str) -> None:
    """Takes ``name`` off the list; the history keeps it. Raises UserError for an unknown name."""
    with office.writing("staff_retire", name=name) as work:
        known = work.session.scalars(select(Staff).where(Staff.name == name)).first()
        if known is None:
            raise UserError("staff.unknown", name=name)
        known.active = False


def pick(office: Office, name: str) -> Office:
    """The office with ``name`` acting, remembered on this PC; a new name joins the staff."""
    kept = name if name in names(office) else add(office, name)
    preferences.remember_on_pc(office.profile, {"operator": kept})
    return office.acting(kept)
