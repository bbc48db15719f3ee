"""套打: whether the layouts of certificates say what stands on pre-printed paper already."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from qc_desktop.domain.findings import Finding, warning
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.layouts.equipping import kept_layout
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate, Template

UNMARKED = warning("print.no_stock")
"""Nothing is marked as pre-printed: 套打 prints the whole page."""


def remarks(office: Office, numbers: Sequence[str]) -> tuple[Finding, ...]:
    """What is to be said before the certificates ``numbers`` are printed on pre-printed paper."""
    with office.store.reading() as session:
        hashes: set[str] = set()
        for chunk in in_chunks(numbers):
            hashes |= set(session.scalars(select(Certificate.template_sha256).where(Certificate.number.in_(chunk))))
        layouts = [kept_layout(session.get_one(Template, known).content, known) for known in sorted(hashes)]
    return () if all(layout.has_stock for layout in layouts) else (UNMARKED,)
