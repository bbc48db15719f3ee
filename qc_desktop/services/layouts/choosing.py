"""Which layout a document is made from today."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Design, Layout
from qc_desktop.documents.layout.model import page_of
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.errors import UserError
from qc_desktop.services.layouts.equipping import equipped, kept_design
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import DocumentLayout, LayoutVersion


def in_use(office: Office, kind: str) -> Layout:
    """The page of ``kind`` that is in use: the office's own, else the one that ships."""
    with office.store.reading() as session:
        return in_use_by(office, session, kind)


def in_use_by(office: Office, session: Session, kind: str) -> Layout:
    """As :func:`in_use`, of an open session."""
    return page_of(design_in_use(office, session, kind))


def design_in_use(office: Office, session: Session, kind: str) -> Design:
    """The layout of ``kind``, of whichever form, that is in use. Raises UserError for one that was damaged."""
    row = session.scalars(select(DocumentLayout).where(DocumentLayout.kind == kind, DocumentLayout.in_use)).first()
    if row is None:
        return equipped(office, session, load_design(kind))
    found = version_of(office, session, row.id, row.version)
    if found.kind != kind:
        raise UserError("layout.damaged")
    return found


def version_of(office: Office, session: Session, layout_id: str, version: int) -> Design:
    """One version of an office's layout, with its pictures and fonts."""
    kept = select(LayoutVersion.content, LayoutVersion.sha256)
    query = kept.where(LayoutVersion.layout_id == layout_id, LayoutVersion.version == version)
    row = session.execute(query).first()
    if row is None:
        raise UserError("layout.damaged")
    return equipped(office, session, kept_design(row.content, row.sha256))
