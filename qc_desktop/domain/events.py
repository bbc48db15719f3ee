"""What is written into the register for ever: the kinds of event that a later ledger is built from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from qc_desktop.domain.certificates import CertificateState


class EventKind(StrEnum):
    """An entry of the append-only register."""

    CERTIFICATE_ISSUED = "certificate_issued"
    CERTIFICATE_VOIDED = "certificate_voided"
    CERTIFICATE_REVOKED = "certificate_revoked"
    CERTIFICATE_REPLACED = "certificate_replaced"
    CERTIFICATE_RENDERED = "certificate_rendered"
    CERTIFICATE_REPRINTED = "certificate_reprinted"
    ROSTER_PUBLISHED = "roster_published"
    LABELS_ISSUED = "labels_issued"
    LABELS_STOPPED = "labels_stopped"
    LABELS_REPRINTED = "labels_reprinted"
    LABELS_SPOILED = "labels_spoiled"
    KEY_CREATED = "key_created"
    KEY_REVOKED = "key_revoked"
    PASSPHRASE_CHANGED = "passphrase_changed"
    PASSPHRASE_RECOVERED = "passphrase_recovered"
    RECOVERY_SHEET_MADE = "recovery_sheet_made"
    RECOVERY_PROVED = "recovery_proved"
    BACKUP_RESTORED = "backup_restored"
    RECORDS_MOVED = "records_moved"
    SITE_PUBLISHED = "site_published"
    LEDGER_OVERRIDDEN = "ledger_overridden"


ENDINGS: Mapping[EventKind, CertificateState] = {
    EventKind.CERTIFICATE_VOIDED: CertificateState.VOID,
    EventKind.CERTIFICATE_REVOKED: CertificateState.REVOKED,
    EventKind.CERTIFICATE_REPLACED: CertificateState.REPLACED,
}
"""What each of these makes of a certificate."""

BUILT_ON_RECORDS = frozenset(
    {
        EventKind.CERTIFICATE_ISSUED,
        EventKind.CERTIFICATE_VOIDED,
        EventKind.CERTIFICATE_REVOKED,
        EventKind.CERTIFICATE_REPLACED,
        EventKind.ROSTER_PUBLISHED,
        EventKind.LABELS_ISSUED,
        EventKind.LABELS_STOPPED,
    }
)
"""Events that others rely on as the records stood then: undo stops at the last of them and never steps over it."""
