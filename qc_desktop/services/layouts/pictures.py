"""Pictures in layouts: kept under their SHA-256, for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Design
from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.pictures import taken_in
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import LayoutPicture

PNG, JPEG = "image/png", "image/jpeg"


def add(office: Office, content: bytes) -> str:
    """Keeps a picture; returns its SHA-256. Raises UserError for what is no PNG or JPEG, or too large."""
    taken_in(content)
    sha256 = hashlib.sha256(content).hexdigest()
    with office.store.reading() as session:
        known = session.get(LayoutPicture, sha256) is not None
    if not known:
        with office.writing("layout_picture", undoable=False) as work:
            keep(work.session, {sha256: content})
    return sha256


def keep(session: Session, pictures: dict[str, bytes]) -> None:
    """Keeps ``pictures``, by their SHA-256, as far as they are not kept yet."""
    for sha256, content in pictures.items():
        if session.get(LayoutPicture, sha256) is None:
            media = PNG if content.startswith(b"\x89PNG") else JPEG
            session.add(LayoutPicture(sha256=sha256, media_type=media, content=content))
    session.flush()


def named(layout: Design) -> tuple[str, ...]:
    """The pictures that ``layout`` asks for."""
    return form_of(layout).pictures(layout)


def kept(session: Session, wanted: Iterable[str]) -> dict[str, bytes]:
    """The kept pictures among ``wanted``."""
    query = select(LayoutPicture.sha256, LayoutPicture.content).where(LayoutPicture.sha256.in_(list(wanted)))
    return dict(session.execute(query).all())


def demand(layout: Design) -> None:
    """Raises UserError where a picture of ``layout`` is not there."""
    if not set(named(layout)) <= layout.resources.pictures.keys():
        raise UserError("documents.picture_missing")
