"""Finding products by name."""

from __future__ import annotations

from qc_desktop.services import products
from tests.samples import Year


def test_a_product_is_found_with_its_company(year: Year) -> None:
    everything = products.find(year.office, "", 10)
    assert everything == []
    with year.office.store.reading() as session:
        from qc_desktop.storage.tables import Product

        product = session.query(Product).first()
        assert product is not None
        name, company_id = product.name, product.company_id
    found = products.find(year.office, name[:2], 3)
    assert 0 < len(found) <= 3
    assert all(name[:2] in row.name for row in found)
    assert company_id in {row.company_id for row in products.find(year.office, name, 50)}
    assert products.find(year.office, "%", 3) == []
