"""专用标识 on products: the agreement behind them, batches, and what became of the labels."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qc_desktop.domain.lengths import PRODUCT, REMARK, bound, bound_all, is_reason
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError

KIND = "verification_label"
"""The glossary's name, and that of its layout."""
MOST_LABELS = 9_999_999
"""A batch has at most so many: their numbers have seven digits at most."""
LAST_BATCH = 2**32 - 1
"""A code holds the batch's number in four bytes."""
LOT, AGREEMENT_NO = 60, 60
_INDEX_DIGITS, _BATCH_DIGITS = 6, 5
_SERIAL = re.compile(r"(?:NO\.?|编号|标识)?[::]?\s*([0-9]{1,10})\s*[-–—－]\s*([0-9]{1,10})", re.IGNORECASE)


class RestrictedCategory(StrEnum):
    """Products that the law bars from recommendation, or limits: no label before a legal note is recorded."""

    FOOD = "food"
    PESTICIDE = "pesticide"
    VETERINARY_DRUG = "veterinary_drug"
    FEED = "feed"
    MEDICAL = "medical"
    EDUCATION = "education"


class AgreementState(StrEnum):
    """How an agreement stands on a day; it is told by its terms and stored nowhere."""

    IN_FORCE = "in_force"
    AHEAD = "ahead"
    USED_UP = "used_up"
    OVER = "over"


class LabelBatchState(StrEnum):
    """What stands in the records; *expired* is told by the date."""

    LIVE = "live"
    STOPPED = "stopped"


class LabelEventKind(StrEnum):
    """What can become of labels. ISSUED and PRINTED are counts of the office, the others tell where each one is."""

    ISSUED = "issued"
    PRINTED = "printed"
    APPLIED = "applied"
    DESTROYED = "destroyed"
    LOST = "lost"
    SPOILED = "spoiled"


SETTLED = (LabelEventKind.APPLIED, LabelEventKind.DESTROYED, LabelEventKind.LOST, LabelEventKind.SPOILED)
"""A label that one of these was said of is no longer in stock."""


@dataclass(frozen=True)
class AgreementDraft:
    """What stands in a 使用协议; both days are included. ``restricted`` is None for an ordinary product."""

    agreement_no: str
    products: tuple[str, ...]
    quantity: int
    starts_on: dt.date
    ends_on: dt.date
    restricted: RestrictedCategory | None = None
    legal_note: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Balance:
    """How many labels of a batch went which way; ``further`` of those printed are further copies of others."""

    issued: int
    by_kind: Mapping[LabelEventKind, int] = field(default_factory=dict)
    further: int = 0

    def of(self, kind: LabelEventKind) -> int:
        """How many were noted as ``kind``."""
        return self.by_kind.get(kind, 0)

    @property
    def settled(self) -> int:
        """Of how many it is known where they went."""
        return sum(self.of(kind) for kind in SETTLED)

    @property
    def remaining(self) -> int:
        """How many are still in stock: issued + further = applied + destroyed + lost + spoiled + remaining."""
        return self.issued + self.further - self.settled

    @property
    def unprinted(self) -> int:
        """How many were never printed."""
        return self.issued + self.further - self.of(LabelEventKind.PRINTED)

    @property
    def outstanding(self) -> int:
        """How many were printed, and nobody noted yet where they went."""
        return max(self.of(LabelEventKind.PRINTED) - self.settled, 0)


def checked(draft: AgreementDraft) -> AgreementDraft:
    """``draft`` with its texts in order. Raises UserError where it cannot be an agreement."""
    number, products = clean(draft.agreement_no), tuple(dict.fromkeys(filter(None, map(clean, draft.products))))
    if not number:
        raise UserError("label.agreement_no_missing")
    bound(number, AGREEMENT_NO)
    if not products:
        raise UserError("label.no_products")
    bound_all(products, PRODUCT)
    if not 1 <= draft.quantity <= LAST_BATCH:
        raise UserError("label.quantity", quantity=draft.quantity, most=LAST_BATCH)
    if draft.ends_on < draft.starts_on:
        raise UserError("label.period", starts_on=draft.starts_on.isoformat(), ends_on=draft.ends_on.isoformat())
    for text in (draft.legal_note, draft.remark):
        bound(text, REMARK)
    note = clean(draft.legal_note)
    if note and not is_reason(note):
        raise UserError("label.note_short", note=note)
    return AgreementDraft(
        agreement_no=number,
        products=products,
        quantity=draft.quantity,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        restricted=draft.restricted,
        legal_note=note,
        remark=clean(draft.remark),
    )


def agreement_state(draft: AgreementDraft, issued: int, day: dt.date) -> AgreementState:
    """How the agreement ``draft``, under which ``issued`` labels have been issued, stands on ``day``."""
    if day > draft.ends_on:
        return AgreementState.OVER
    if issued >= draft.quantity:
        return AgreementState.USED_UP
    return AgreementState.AHEAD if day < draft.starts_on else AgreementState.IN_FORCE


def check_count(count: int) -> None:
    """Raises UserError unless a batch may have ``count`` labels."""
    if not 1 <= count <= MOST_LABELS:
        raise UserError("label.count", count=count, most=MOST_LABELS)


def check_span(first: int, last: int, least: int, most: int) -> None:
    """Raises UserError unless ``first`` to ``last`` are labels from ``least`` to ``most``, the lower one first."""
    if first > last:
        raise UserError("label.backwards", first=first, last=last)
    if not least <= first <= last <= most:
        raise UserError("label.range", first=first, last=last, end=most)


def check_product(draft: AgreementDraft, product: str) -> None:
    """Raises UserError unless labels for ``product`` may be issued under the agreement ``draft``."""
    if product not in draft.products:
        raise UserError(
            "label.product_not_agreed", product=product, agreement=draft.agreement_no, products=list(draft.products)
        )
    if draft.restricted is None or is_reason(draft.legal_note):
        return
    if draft.legal_note:  # older records may hold a note that says nothing
        raise UserError("label.note_short", note=draft.legal_note)
    raise UserError("label.no_legal_note", product=product, agreement=draft.agreement_no)


def check_day(draft: AgreementDraft, day: dt.date) -> None:
    """Raises UserError unless the agreement holds on ``day``."""
    if not draft.starts_on <= day <= draft.ends_on:
        raise UserError(
            "label.outside_period",
            agreement=draft.agreement_no,
            starts_on=draft.starts_on.isoformat(),
            ends_on=draft.ends_on.isoformat(),
        )


def serial_text(batch: int, index: int) -> str:
    """What is printed beside the code, and what a person reads out: ``00012-000345``."""
    return f"{batch:0{_BATCH_DIGITS}}-{index:0{_INDEX_DIGITS}}"


def parse_serial(typed: str) -> tuple[int, int] | None:
    """Batch and index in ``typed``, as :func:`serial_text` writes them or without zeros before; None for else."""
    found = _SERIAL.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    return (int(found[1]), int(found[2])) if found else None
