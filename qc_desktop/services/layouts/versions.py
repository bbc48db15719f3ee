"""Layouts of the office: listed, saved version by version, taken into use, deleted. Undo goes back a version."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Design, Resources
from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.fresh import check_fresh
from qc_desktop.documents.layout.reading import parse_design
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.documents.layout.wordlint import changed_lock, found_claims, lacks_approval, national_title, quoted
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.domain.document_names import DocumentName
from qc_desktop.domain.findings import errors
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.layouts import pictures
from qc_desktop.services.layouts.choosing import version_of
from qc_desktop.services.layouts.equipping import equipped
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import DocumentLayout, LayoutVersion
from qc_desktop.storage.types import new_id

LONGEST_NAME = 40
NAME_TAKEN = "layout.name_taken"
USUAL_DPI = 300
"""Of a printer that is not known yet."""


@dataclass(frozen=True)
class LayoutRow:
    """A layout as lists show it, as last seen at ``row_version``; without an ``id`` it is the one that ships."""

    id: str
    kind: str
    name: str
    version: int
    sha256: str
    in_use: bool
    row_version: int = 0
    saved_at: dt.datetime | None = None
    staff: str = ""

    @property
    def ships(self) -> bool:
        """Whether it came with the program and cannot be changed."""
        return not self.id


@dataclass(frozen=True)
class VersionRow:
    """One saved version of a layout."""

    version: int
    sha256: str
    saved_at: dt.datetime
    staff: str
    remark: str


def listing(office: Office, kind: str = "") -> list[LayoutRow]:
    """All layouts of ``kind``, or of every kind: of each kind the shipped one first, then the office's by name."""
    kinds = [known.kind for known in DOCUMENT_TYPES if kind in ("", known.kind)]
    with office.store.reading() as session:
        rows = [_row(session, row) for row in session.scalars(select(DocumentLayout).order_by(DocumentLayout.name))]
    own = {one: [row for row in rows if row.kind == one] for one in kinds}
    return [row for one in kinds for row in (_shipped(one, own[one]), *own[one])]


def _shipped(kind: str, own: Sequence[LayoutRow]) -> LayoutRow:
    layout = load_design(kind)
    return LayoutRow("", kind, "", layout.edition, layout.sha256, not any(row.in_use for row in own))


def _row(session: Session, row: DocumentLayout) -> LayoutRow:
    query = select(LayoutVersion).where(LayoutVersion.layout_id == row.id, LayoutVersion.version == row.version)
    saved = session.scalars(query).one()
    return LayoutRow(
        id=row.id,
        kind=row.kind,
        name=row.name,
        version=row.version,
        sha256=row.sha256,
        in_use=row.in_use,
        row_version=row.row_version,
        saved_at=saved.saved_at,
        staff=saved.staff,
    )


def row_of(office: Office, wanted: str, kind: str = "") -> LayoutRow:
    """The layout named by ``wanted``: its id, its name, or for the shipped one its kind. Raises UserError."""
    found = [row for row in listing(office, kind) if wanted in (row.id, row.name) or (row.ships and wanted == row.kind)]
    if len(found) > 1:
        raise UserError("layout.several_so", name=wanted, kinds=[DocumentName(row.kind) for row in found])
    if not wanted or not found:
        known = [row.name or DocumentName(row.kind) for row in listing(office, kind)]
        raise UserError("layout.unknown", name=wanted, known=known)
    return found[0]


def load(office: Office, row: LayoutRow, version: int = 0) -> Design:
    """The layout behind ``row``, or one of its earlier versions, with its pictures."""
    with office.store.reading() as session:
        if row.ships:
            return equipped(office, session, load_design(row.kind))
        return version_of(office, session, row.id, version or row.version)


def versions(office: Office, layout_id: str) -> list[VersionRow]:
    """The saved versions of a layout, the newest first."""
    query = select(LayoutVersion).where(LayoutVersion.layout_id == layout_id).order_by(LayoutVersion.version.desc())
    with office.store.reading() as session:
        return [
            VersionRow(row.version, row.sha256, row.saved_at, row.staff, row.remark) for row in session.scalars(query)
        ]


def create(office: Office, layout: Design, name: str, remark: str = "") -> LayoutRow:
    """Keeps ``layout`` as a new layout of the office called ``name``.

    Raises UserError for a name that is empty, too long or taken, and as :func:`save` does.
    """
    sound = _sound(office, layout)
    with office.writing("layout_create", name=clean(name), kind=sound.kind) as work:
        called = _free(work.session, sound.kind, name)
        row = DocumentLayout(id=new_id(), kind=sound.kind, name=called, version=0, sha256=sound.sha256, in_use=False)
        _add_version(work, row, sound, remark)
        work.session.add(row)
        work.session.flush()
        return _row(work.session, row)


def save(office: Office, seen: LayoutRow, layout: Design, remark: str = "") -> LayoutRow:
    """Saves ``layout`` as the next version of ``seen``; one in use is used from now on.

    Raises UserError for a layout that cannot be rendered, one in use whose wording claims too much, and where the
    layout was changed by somebody else.
    """
    sound = _sound(office, layout)
    with office.writing("layout_save", name=seen.name, kind=seen.kind) as work:
        row = _current(work.session, seen)
        if row.in_use:
            demand(sound)
        if row.sha256 != sound.sha256:
            _add_version(work, row, sound, remark)
            work.session.flush()
        return _row(work.session, row)


def rename(office: Office, seen: LayoutRow, name: str) -> LayoutRow:
    """Gives a layout another name. Raises UserError as :func:`create` does."""
    with office.writing("layout_rename", name=clean(name), kind=seen.kind) as work:
        row = _current(work.session, seen)
        if clean(name) != row.name:
            row.name = _free(work.session, seen.kind, name)
        work.session.flush()
        return _row(work.session, row)


def use(office: Office, seen: LayoutRow) -> None:
    """Makes documents of its kind from ``seen`` from now on; what was issued stays as it was.

    Raises UserError where its wording claims too much, or a picture is missing.
    """
    demand(load(office, seen))
    with office.writing("layout_use", name=seen.name, kind=seen.kind) as work:
        used = select(DocumentLayout).where(DocumentLayout.kind == seen.kind, DocumentLayout.in_use)
        for row in work.session.scalars(used):
            row.in_use = False
        work.session.flush()
        if not seen.ships:
            _current(work.session, seen).in_use = True


def delete(office: Office, seen: LayoutRow) -> None:
    """Takes a layout off the list; its versions are kept. Raises UserError for one in use, or that ships."""
    if seen.ships or seen.in_use:
        raise UserError("layout.in_use", name=seen.name)
    with office.writing("layout_delete", name=seen.name, kind=seen.kind) as work:
        work.session.delete(_current(work.session, seen))


def demand(layout: Design) -> None:
    """Raises UserError for the first thing for which nothing could be issued from ``layout``; ``place`` says where."""
    demand_words(layout)
    pictures.demand(layout)
    form_of(layout).fonts(layout)
    for finding in errors(form_of(layout).on_paper(layout, USUAL_DPI)):
        raise UserError(finding.code, **finding.params, place=finding.field)


def demand_words(layout: Design) -> None:
    """Raises UserError where a word claims too much without a reason, or the title lacks its approval."""
    found = found_claims(layout)
    if found:
        raise UserError("layout.claims", words=[claim.word for claim in found], text=quoted(layout, found[0].text))
    if lacks_approval(layout):
        raise UserError("layout.approval", title=quoted(layout, national_title(layout)))


def _sound(office: Office, layout: Design) -> Design:
    """``layout`` as it is read again from its text, with what it needs. Raises UserError where it cannot be used."""
    with office.store.reading() as session:
        kept = pictures.kept(session, pictures.named(layout))
    held = {**kept, **layout.resources.pictures}
    if locked := changed_lock(layout):
        raise UserError("layout.locked", text=locked)
    sound = parse_design(layout.text).with_resources(Resources(held, layout.resources.fonts))
    check_fresh(sound)
    pictures.demand(sound)
    return sound


def _add_version(work: UnitOfWork, row: DocumentLayout, layout: Design, remark: str) -> None:
    bound(remark, REASON)
    last = work.session.scalar(select(func.max(LayoutVersion.version)).where(LayoutVersion.layout_id == row.id))
    row.version, row.sha256 = (last or 0) + 1, layout.sha256
    pictures.keep(work.session, dict(layout.resources.pictures))
    work.session.add(
        LayoutVersion(
            layout_id=row.id,
            version=row.version,
            sha256=layout.sha256,
            content=layout.text,
            saved_at=work.command.at,
            staff=work.author.staff,
            remark=remark.strip(),
        )
    )


def _current(session: Session, seen: LayoutRow) -> DocumentLayout:
    if seen.ships:
        raise UserError("layout.ships")
    row = session.get(DocumentLayout, seen.id)
    if row is None or row.sha256 != seen.sha256:  # being renamed or taken into use changes nothing of what was seen
        raise UserError("store.changed_meanwhile")
    return row


def _free(session: Session, kind: str, name: str) -> str:
    called = clean(name)
    if not called or len(called) > LONGEST_NAME:
        raise UserError("layout.name", limit=LONGEST_NAME)
    taken = select(DocumentLayout.id).where(DocumentLayout.kind == kind, DocumentLayout.name == called)
    if session.scalars(taken).first():
        raise UserError(NAME_TAKEN, name=called)
    return called
