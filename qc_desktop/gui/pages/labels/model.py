"""Where the rows of the page's lists come from; called on the reader thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qc_desktop.services.labels import agreements, batches, ledger

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.labels.agreements import AgreementFilter, AgreementRow
    from qc_desktop.services.labels.batches import BatchFilter, BatchRow
    from qc_desktop.services.labels.ledger import LedgerRow


class AgreementSource:
    """Agreements, those that end last first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: AgreementFilter) -> int:
        """How many answer ``query``."""
        return agreements.count(self._desk.office, query)

    def page(self, query: AgreementFilter, offset: int, limit: int) -> Sequence[AgreementRow]:
        """The rows from ``offset`` on."""
        return agreements.page(self._desk.office, query, offset, limit)


class BatchSource:
    """Batches, the newest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: BatchFilter) -> int:
        """How many answer ``query``."""
        return batches.count(self._desk.office, query)

    def page(self, query: BatchFilter, offset: int, limit: int) -> Sequence[BatchRow]:
        """The rows from ``offset`` on."""
        return batches.page(self._desk.office, query, offset, limit)


class LedgerSource:
    """What became of a batch's labels, newest first; a query is the batch's number."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: str) -> int:
        """How many lines the batch has."""
        return ledger.count(self._desk.office, query)

    def page(self, query: str, offset: int, limit: int) -> Sequence[LedgerRow]:
        """The lines from ``offset`` on."""
        return ledger.lines(self._desk.office, query, offset, limit)
