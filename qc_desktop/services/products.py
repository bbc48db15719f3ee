"""Finding products by name, for the search over everything."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company, Product

LOOKED_AT = 20_000
"""A search over everything answers while somebody types: it looks at the newest products, so many at most."""


@dataclass(frozen=True)
class ProductRow:
    """A product and whose it is."""

    name: str
    company: str
    company_id: str


def find(office: Office, text: str, limit: int) -> list[ProductRow]:
    """At most ``limit`` products in whose name ``text`` stands."""
    wanted = text.strip()
    if not wanted:
        return []
    looked_at = select(Product.id, Product.name, Product.company_id).order_by(Product.id.desc()).limit(LOOKED_AT)
    newest = looked_at.subquery()
    query = (
        select(newest.c.name, Company.name, Company.id)
        .join(Company, Company.id == newest.c.company_id)
        .where(newest.c.name.icontains(wanted, autoescape=True), Company.merged_into_id.is_(None))
        .limit(limit)
    )
    with office.store.reading() as session:
        return [ProductRow(*row) for row in session.execute(query)]
