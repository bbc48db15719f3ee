"""An agreement on labels of an invented company, and orders under it."""

from __future__ import annotations

import datetime as dt

from qc_desktop.domain.labels import AgreementDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services.labels import agreements, issuing
from qc_desktop.services.labels.agreements import AgreementRow
from qc_desktop.services.labels.ordering import BatchOrder
from tests.samples import Year

PRODUCT, LOT = "示例电饭煲", "L20260315"
TERMS = AgreementDraft(
    "SY-2026-001", (PRODUCT, "示例电水壶"), 1000, dt.date(2026, 1, 1), dt.date(2026, 12, 31), remark="示例协议"
)
ORDER = BatchOrder(PRODUCT, LOT, 100, dt.date(2028, 3, 14))


def labelled(year: Year) -> AgreementRow:
    """An agreement of the year's first company, and a batch under it."""
    row = agreements.add(year.office, year.companies()[0].id, TERMS).row
    finish(issuing.issue(year.office, row.id, ORDER, year.keys))
    return row
