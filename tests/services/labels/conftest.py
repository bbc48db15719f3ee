"""An office with an agreement for labels, and orders under it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.services.labels import agreements, issuing
from qc_desktop.services.labels.agreements import AgreementRow
from qc_desktop.services.labels.batches import BatchRow
from qc_desktop.services.office import Office
from qc_desktop.trust.keys import OpenKeys, Signer
from tests.labelled import LOT, ORDER, PRODUCT, TERMS
from tests.samples import Year

__all__ = ["LOT", "ORDER", "PRODUCT", "TERMS"]


@dataclass(frozen=True)
class Labels:
    """An office with one agreement of one company."""

    office: Office
    keys: OpenKeys
    company_id: str
    company: str
    agreement: AgreementRow

    @property
    def signer(self) -> Signer:
        """The key of the labels."""
        return self.keys.payload

    def issue(self, **more: Any) -> BatchRow:
        """Issues a batch under the agreement."""
        order = dataclasses.replace(ORDER, **more)
        return finish(issuing.issue(self.office, self.agreement.id, order, self.keys))


@pytest.fixture
def labels(year: Year) -> Labels:
    """The sample year with an agreement for its first company."""
    company = year.companies()[0]
    saved = agreements.add(year.office, company.id, TERMS)
    return Labels(year.office, year.keys, company.id, company.name, saved.row)
