"""What is attached to a certificate's PDF: it must be what was signed, or the file was changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.records import record_hash
from qc_desktop.domain.verification import Reason, verdict_of
from qc_desktop.trust.ledger import receipts
from qc_desktop.trust.ledger.receipts import Receipt
from qc_desktop.trust.notes import NoteKey
from qc_desktop.trust.verify import Checked

if TYPE_CHECKING:
    from qc_desktop.documents.outside.codes import Brought
    from qc_desktop.trust.published import KeyList


def judged(checked: Checked, brought: Brought, published: KeyList) -> tuple[Checked, int]:
    """``checked``, the code of a file, unless what is attached is about something else; and where in the ledger the
    issue stands, from 1, as the attached receipt proves, 0 where none says so.

    A list without a key for the ledger cannot judge a receipt: then it counts for nothing, either way.
    """
    if not checked.record_hash:
        return checked, 0
    if brought.record is not None and not _is_record_of(checked, brought.record):
        return _refused(Reason.BAD_RECORD), 0
    if brought.receipt is None or not published.ledger:
        return checked, 0
    receipt = _read(brought.receipt, published)
    if receipt is None or not _is_receipt_of(checked, receipt):
        return _refused(Reason.BAD_RECEIPT), 0
    return checked, receipt.index + 1


def _refused(reason: Reason) -> Checked:
    return Checked(verdict_of(reason), reason)


def _is_record_of(checked: Checked, attached: bytes) -> bool:
    try:
        return record_hash(json.loads(attached))[: len(checked.record_hash)] == checked.record_hash
    except (ValueError, TypeError, AttributeError, RecursionError):  # no JSON, or not a record
        return False


def _read(attached: bytes, published: KeyList) -> Receipt | None:
    try:
        return receipts.read(attached.decode(), [NoteKey.read(text) for text in published.ledger])
    except ValueError:
        return None


def _is_receipt_of(checked: Checked, receipt: Receipt) -> bool:
    said = receipt.said
    data = said.get("data")
    return (
        said.get("kind") == EventKind.CERTIFICATE_ISSUED
        and isinstance(data, dict)
        and data.get("serial") == (int(checked.serial) if checked.serial else None)
        and str(data.get("record_hash")).startswith(checked.record_hash.hex())
    )
