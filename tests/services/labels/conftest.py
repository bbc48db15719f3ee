"""An office with an agreement for labels, and orders under it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from qc_desktop.domain.labels import AgreementDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services.labels import agreements, issuing
from qc_desktop.services.labels.agreements import AgreementRow
from qc_desktop.services.labels.batches import BatchRow
from qc_desktop.services.labels.ordering import BatchOrder
from qc_desktop.services.office import Office
from qc_desktop.trust.keys import Signer
from tests.samples import Year

PRODUCT, LOT = "示例电饭煲", "L20260315"
TERMS = AgreementDraft(
    "SY-2026-001", (PRODUCT, "示例电水壶"), 1000, dt.date(2026, 1, 1), dt.date(2026, 12, 31), remark="示例协议"
)
ORDER = BatchOrder(PRODUCT, LOT, 100, dt.date(2028, 3, 14))


@dataclass(frozen=True)
class Labels:
    """An office with one agreement of one company."""

    office: Office
    signer: Signer
    company_id: str
    company: str
    agreement: AgreementRow

    def issue(self, **more: Any) -> BatchRow:
        """Issues a batch under the agreement."""
        order = dataclasses.replace(ORDER, **more)
        return finish(issuing.issue(self.office, self.agreement.id, order, self.signer))


@pytest.fixture
def labels(year: Year) -> Labels:
    """The sample year with an agreement for its first company."""
    company = year.companies()[0]
    saved = agreements.add(year.office, company.id, TERMS)
    return Labels(year.office, year.signer, company.id, company.name, saved.row)
