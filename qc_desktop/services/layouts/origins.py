"""Which layout of the office, and which version of it, something was issued from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.storage.tables import DocumentLayout, LayoutVersion


@dataclass(frozen=True)
class Origin:
    """A layout by its present name, empty where it was deleted since, and the version."""

    name: str
    version: int


def origins(session: Session, hashes: Iterable[str]) -> Mapping[str, Origin]:
    """For each hash that a saved version has, the newest such version; the others came with the program."""
    query = (
        select(LayoutVersion.sha256, LayoutVersion.version, DocumentLayout.name)
        .outerjoin(DocumentLayout, DocumentLayout.id == LayoutVersion.layout_id)
        .where(LayoutVersion.sha256.in_(set(hashes)))
        .order_by(LayoutVersion.saved_at)
    )
    return {sha256: Origin(name or "", version) for sha256, version, name in session.execute(query)}
