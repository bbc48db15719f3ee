"""An agreement and an order of labels for the faults to meet."""

from __future__ import annotations

import datetime as dt

from qc_desktop.domain.labels import AgreementDraft
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.labels import agreements
from qc_desktop.services.labels.agreements import AgreementFilter
from qc_desktop.services.labels.ordering import BatchOrder
from qc_desktop.services.labels.runs import PrintOrder
from qc_desktop.services.office import Office

LABELS = BatchOrder("示例电饭煲", "L1", 100)
LABEL_SHEETS = PrintOrder("A4-40", dpi=300, sheets_a_file=1)
TERMS = AgreementDraft("SY-1", (LABELS.product,), 1000, dt.date(2020, 1, 1), dt.date(2199, 12, 31))


def an_agreement(office: Office) -> str:
    """The id of the one agreement; it is entered where there is none."""
    known = agreements.page(office, AgreementFilter())
    if known:
        return known[0].id
    return agreements.add(office, browsing.ids(office, CompanyFilter())[0], TERMS).row.id
