"""查验 from the text alone: pure, offline, against a key list and a day.

Whether a genuine certificate was voided, revoked or replaced stands in the issuer's records, not in its code:
a service joins that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from qc_desktop.domain.certificates import Serial, is_expired
from qc_desktop.domain.verification import Particulars, Reason, Verdict, verdict_of
from qc_desktop.trust import fields, links, signing
from qc_desktop.trust.digits import WIDTHS, from_digits
from qc_desktop.trust.issued_list import IssuedList
from qc_desktop.trust.keys import KeyUse
from qc_desktop.trust.payload import CertificatePayload, LabelPayload, Signed, decode
from qc_desktop.trust.published import KeyList, PublishedKey
from qc_desktop.trust.refusal import RefusedError

SHORTEST_DIGITS = 12 * WIDTHS[6] + WIDTHS[5]
"""Digits of the shortest payload, an item label of 77 bytes: fewer, typed without a link, are a number to look up."""

Kept = Mapping[bytes, IssuedList]
"""By the id of a revoked key, what was signed with it before its revocation."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check.

    The certificate's values stand here only if the signature is good: what a forged code claims is not repeated.
    ``number`` and the titles are empty if the key list does not publish the series. ``holder`` may be the
    beginning of the name only (``holder_cut``). ``record_hash`` is the first 16 bytes of the record's SHA-256.
    For an item label only ``batch`` and ``index`` are known.
    """

    verdict: Verdict
    reason: Reason
    kid: bytes = b""
    serial: Serial | None = None
    number: str = ""
    title_zh: str = ""
    title_en: str = ""
    holder: str = ""
    holder_cut: bool = False
    uscc: str = ""
    issued: dt.date | None = None
    expires: dt.date | None = None
    record_hash: bytes = b""
    batch: int | None = None
    index: int | None = None

    @property
    def particulars(self) -> Particulars:
        """What :func:`qc_desktop.domain.verification.spoken` needs."""
        return Particulars(
            title=self.title_zh, holder=self.holder, issued=self.issued, expires=self.expires, reason=self.reason
        )


def check(text: str, keys: KeyList, day: dt.date, kept: Kept | None = None) -> Checked:
    """Checks whatever a scanner, a camera or a person gives (see :func:`links.find`) as on ``day`` in Shanghai.

    The link's prefix comes first, then the form, the key, the signature, the dates. A payload of a revoked key is
    genuine only if ``kept`` holds it; without its list nobody can tell (``unknown``). Never raises for any text.
    """
    found = links.find(text, keys.prefixes)
    if found.foreign:
        return _refused(Reason.FOREIGN_LINK)
    if not found.digits or (not found.link and len(found.digits) < SHORTEST_DIGITS):
        return _refused(Reason.NO_PAYLOAD)
    try:
        payload = from_digits(found.digits)
        return check_payload(payload, keys, day, kept)
    except RefusedError as refused:
        return _refused(refused.reason)


def check_payload(payload: bytes, keys: KeyList, day: dt.date, kept: Kept | None = None) -> Checked:
    """As :func:`check`, for the bytes of a payload. Raises RefusedError if they are none."""
    signed = decode(payload)
    key = keys.key(signed.kid)
    if key is None:
        return _refused(Reason.UNKNOWN_KEY)
    reason = _trust(signed, key) or _withdrawn(payload, signed, key, kept)
    if reason:
        return _refused(reason)
    match signed.payload:
        case LabelPayload(batch, index):
            reason = Reason.BATCH_NOT_CHECKED
            return replace(_refused(reason), kid=signed.kid, batch=batch, index=index)
        case CertificatePayload() as certificate:
            return _certificate(certificate, signed.kid, keys, day)


def _refused(reason: Reason) -> Checked:
    return Checked(verdict_of(reason), reason)


def _trust(signed: Signed, key: PublishedKey) -> Reason | None:
    if key.use is not KeyUse.PAYLOAD:
        return Reason.WRONG_KEY_USE
    if not signing.is_signed(key.public, signed.signature, signed.message):
        return Reason.BAD_SIGNATURE
    return None


def _withdrawn(payload: bytes, signed: Signed, key: PublishedKey, kept: Kept | None) -> Reason | None:
    if key.revoked is None:
        return None
    issued_before = (kept or {}).get(key.kid)
    if issued_before is None:
        return Reason.KEY_WITHDRAWN
    return None if issued_before.holds(payload, signed.payload) else Reason.AFTER_WITHDRAWAL


def _certificate(certificate: CertificatePayload, kid: bytes, keys: KeyList, day: dt.date) -> Checked:
    series = keys.series_of(certificate.serial)
    reason = _state(certificate, day, known=series is not None)
    return Checked(
        verdict_of(reason),
        reason,
        kid=kid,
        serial=certificate.serial,
        number=series.certificate_no(certificate.serial) if series else "",
        title_zh=series.title_zh if series else "",
        title_en=series.title_en if series else "",
        holder=certificate.holder,
        holder_cut=fields.is_cut(certificate.holder),
        uscc=certificate.uscc,
        issued=certificate.issued,
        expires=certificate.expires,
        record_hash=certificate.record_hash,
    )


def _state(certificate: CertificatePayload, day: dt.date, *, known: bool) -> Reason:
    if is_expired(certificate.expires, day):
        return Reason.EXPIRED
    if day < certificate.issued:
        return Reason.BEFORE_ISSUE_DAY
    return Reason.OK if known else Reason.UNKNOWN_SERIES
