"""Which layout of the office, and which version of it, something was issued from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.storage.tables import DocumentLayout, LayoutVersion

_BETWEEN = "、"


@dataclass(frozen=True)
class Origin:
    """A layout by its present name, empty where it was deleted since, and the version; both names of two alike."""

    name: str
    version: int


def origins(session: Session, hashes: Iterable[str]) -> Mapping[str, Origin]:
    """For each hash that a saved version has, where that stands; the others came with the program, as did what a copy
    changed nothing of: nobody knows then from which of the two it was issued, and it says the same."""
    query = (
        select(LayoutVersion.sha256, LayoutVersion.version, DocumentLayout.name)
        .outerjoin(DocumentLayout, DocumentLayout.id == LayoutVersion.layout_id)
        .where(LayoutVersion.sha256.in_(set(hashes) - _shipped()))
        .order_by(LayoutVersion.saved_at)
    )
    found: dict[str, list[tuple[str, int]]] = {}
    for sha256, version, name in session.execute(query):
        found.setdefault(sha256, []).append((name or "", version))
    return {sha256: _origin(places) for sha256, places in found.items()}


def _origin(places: Sequence[tuple[str, int]]) -> Origin:
    """The one of ``places``, names with versions from the oldest on; of several the layouts that are still there."""
    versions = {name: version for name, version in places if name} or dict(places)
    return Origin(_BETWEEN.join(versions), max(versions.values()))


@cache
def _shipped() -> frozenset[str]:
    return frozenset(load_design(known.kind).sha256 for known in DOCUMENT_TYPES)
