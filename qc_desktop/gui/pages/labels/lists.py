"""The columns of agreements, batches and their history, and the words and tones in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.dates import local
from qc_desktop.domain.labels import AgreementState, LabelBatchState, LabelEventKind
from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.gui.tokens import Tone

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.messages import Messages
    from qc_desktop.services.labels.agreements import AgreementRow
    from qc_desktop.services.labels.batches import BatchRow
    from qc_desktop.services.labels.ledger import LedgerRow

translate = QCoreApplication.translate

AGREEMENT_TONES: Mapping[AgreementState, Tone] = {
    AgreementState.IN_FORCE: Tone.OK,
    AgreementState.AHEAD: Tone.MUTED,
    AgreementState.USED_UP: Tone.WARN,
    AgreementState.OVER: Tone.MUTED,
}
BATCH_TONES: Mapping[LabelBatchState, Tone] = {LabelBatchState.LIVE: Tone.OK, LabelBatchState.STOPPED: Tone.BAD}


def agreement_columns(words: Messages, today: Callable[[], dt.date]) -> tuple[Column[AgreementRow], ...]:
    """The columns of the agreements."""

    def period(row: AgreementRow) -> str:
        return words.ranged(f"{row.terms.starts_on}～{row.terms.ends_on}")

    return (
        Column("company", translate("Labels", "Company"), 13, lambda row: row.company, stretch=True, frozen=True),
        Column("number", translate("Labels", "Agreement no."), 9, lambda row: row.terms.agreement_no, rank=1),
        Column("products", translate("Labels", "Products"), 9, lambda row: words.listed(row.terms.products), rank=4),
        Column("quantity", translate("Labels", "Quantity"), 5, lambda row: f"{row.terms.quantity:,}", RIGHT, rank=2),
        Column("used", translate("Labels", "Issued"), 5, lambda row: f"{row.issued:,}", RIGHT, rank=3),
        Column("remaining", translate("Labels", "Left"), 5, lambda row: f"{row.remaining:,}", RIGHT),
        Column("period", translate("Labels", "Period"), 13, period, rank=5),
        Column(
            "state",
            translate("Labels", "State"),
            6,
            lambda row: words.text(f"label.agreement_{row.state(today())}"),
            tone=lambda row: AGREEMENT_TONES[row.state(today())],
        ),
    )


def batch_columns(words: Messages) -> tuple[Column[BatchRow], ...]:
    """The columns of the batches, with what became of their labels."""

    def of(kind: LabelEventKind, rank: int) -> Column[BatchRow]:
        said = words.text(f"label.kind_{kind}")
        return Column(kind.value, said, 4, lambda row: f"{row.balance.of(kind):,}", RIGHT, rank=rank)

    return (
        Column("number", translate("Labels", "Batch"), 4, batch_no, frozen=True),
        Column("company", translate("Labels", "Company"), 12, lambda row: row.company, stretch=True),
        Column("product", translate("Labels", "Product"), 7, lambda row: row.product, rank=2),
        Column("lot", translate("Labels", "Lot"), 7, lambda row: row.lot, rank=4),
        Column("issued", words.text("label.kind_issued"), 5, lambda row: f"{row.count:,}", RIGHT, rank=1),
        of(LabelEventKind.PRINTED, 3),
        of(LabelEventKind.APPLIED, 5),
        of(LabelEventKind.DESTROYED, 6),
        of(LabelEventKind.LOST, 8),
        of(LabelEventKind.SPOILED, 7),
        Column("remaining", words.text("label.remaining"), 5, lambda row: f"{row.balance.remaining:,}", RIGHT),
        Column(
            "state",
            translate("Labels", "State"),
            5,
            lambda row: words.text(f"label.state_{row.state}"),
            tone=lambda row: BATCH_TONES[row.state],
        ),
    )


def batch_no(row: BatchRow) -> str:
    """The number as it is printed on every label."""
    return f"{row.number:05}"


def ledger_columns(words: Messages) -> tuple[Column[LedgerRow], ...]:
    """The columns of a batch's history."""

    def span(row: LedgerRow) -> str:
        if row.first_serial == row.last_serial:
            return row.first_serial
        return words.ranged(f"{row.first_serial}～{row.last_serial}")

    def why(row: LedgerRow) -> str:
        copy = words.text("label.copy", copy=row.copy) if row.copy > 1 else ""
        return words.named(copy, row.remark) if copy and row.remark else copy or row.remark

    return (
        Column("at", translate("Labels", "Day"), 4, lambda row: f"{local(row.at):%m-%d}", rank=1),
        Column("kind", translate("Labels", "What"), 4, lambda row: words.text(f"label.kind_{row.kind}")),
        Column("count", translate("Labels", "Count"), 4, lambda row: f"{row.count:,}", RIGHT),
        Column("span", translate("Labels", "Labels"), 13, span, stretch=True, rank=2),
        Column("remark", translate("Labels", "Reason"), 6, why, stretch=True),
        Column("staff", translate("Labels", "Staff"), 6, lambda row: row.staff, rank=3),
    )
