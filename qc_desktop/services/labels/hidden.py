"""Is it the code that was scratched off? Only who has the key can tell: hidden codes are stored nowhere."""

from __future__ import annotations

from qc_desktop.domain.labels import parse_serial, serial_text
from qc_desktop.errors import UserError
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.office import Office
from qc_desktop.trust.item_labels import hidden_secret, is_hidden_code
from qc_desktop.trust.keys import Signer


def written(serial: str) -> str:
    """``serial`` as it is printed, however it was typed. It is one (:func:`fits`)."""
    found = parse_serial(serial)
    return serial_text(*found) if found else ""


def fits(office: Office, serial: str, code: str, signer: Signer) -> bool:
    """Whether ``code``, however it is spelled, is the hidden one of the label ``serial``.

    Raises UserError for what is no label of ours, a batch without hidden codes, and another key than that of its issue.
    """
    found = parse_serial(serial)
    with office.store.reading() as session:
        batch = batch_of(session, serial)
    last = batch.first_index + batch.count - 1
    if found is None or not batch.first_index <= found[1] <= last:
        raise UserError("label.no_such_label", serial=serial, last=serial_text(batch.number, last))
    if not batch.hidden_codes:
        raise UserError("label.no_hidden_codes", batch=batch.number)
    if batch.key_id != signer.kid.hex():
        raise UserError("label.other_key", batch=batch.number)
    return is_hidden_code(code, hidden_secret(batch.number, signer), found[1])
