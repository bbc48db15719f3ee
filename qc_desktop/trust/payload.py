"""QCERT version 1: what the QR of a certificate or an item label carries, byte for byte, big-endian."""

from __future__ import annotations

import datetime as dt
import struct
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeAlias

from qc_desktop.domain.certificates import Serial
from qc_desktop.domain.verification import Reason
from qc_desktop.trust import fields
from qc_desktop.trust.refusal import RefusedError

VERSION = 1
DOMAIN = b"QCERT-V1\0"
"""Stands before the signed bytes, so that no signature serves two purposes."""
KID_BYTES = 4
SIGNATURE_BYTES = 64
RECORD_HASH_BYTES = 16

_CERTIFICATE = struct.Struct(">B4s5sHH12s16sB")
_LABEL = struct.Struct(">B4sII")


@dataclass(frozen=True, slots=True)
class CertificatePayload:
    """Type 1. ``holder`` fits its space already (:func:`fields.cut_name`), at most 69 bytes of UTF-8 in NFC.

    ``expires`` is the last valid day; ``uscc`` may be empty; ``record_hash`` is the first 16 bytes of the SHA-256
    of the canonical record.
    """

    TYPE: ClassVar[int] = 1

    serial: Serial
    issued: dt.date
    expires: dt.date | None
    uscc: str
    record_hash: bytes
    holder: str

    def _body(self, kid: bytes) -> bytes:
        name = fields.pack_name(self.holder)
        if len(self.record_hash) != RECORD_HASH_BYTES:
            raise ValueError(f"the record hash has {len(self.record_hash)} bytes, not {RECORD_HASH_BYTES}")
        issued, expires = fields.pack_day(self.issued), fields.pack_last_day(self.expires)
        serial, uscc = fields.pack_serial(self.serial), fields.pack_uscc(self.uscc)
        head = VERSION << 4 | self.TYPE
        return _CERTIFICATE.pack(head, kid, serial, issued, expires, uscc, self.record_hash, len(name)) + name


@dataclass(frozen=True, slots=True)
class LabelPayload:
    """Type 2. What the batch is (company, product, lot, validity) stands in the published batch list."""

    TYPE: ClassVar[int] = 2

    batch: int
    index: int

    def _body(self, kid: bytes) -> bytes:
        return _LABEL.pack(VERSION << 4 | self.TYPE, kid, self.batch, self.index)


Payload: TypeAlias = CertificatePayload | LabelPayload


class PayloadSigner(Protocol):
    """Whoever holds the private key: see :class:`qc_desktop.trust.keys.Signer`."""

    @property
    def kid(self) -> bytes:
        """The key's id, 4 bytes."""
        ...

    def sign(self, message: bytes) -> bytes:
        """The signature r‖s over ``message``, 64 bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Signed:
    """A payload as read: nothing in it is to be believed before ``signature`` over ``message`` is verified."""

    payload: Payload
    kid: bytes
    body: bytes
    signature: bytes

    @property
    def message(self) -> bytes:
        """What the signature is over."""
        return DOMAIN + self.body


def encode(payload: Payload, kid: bytes) -> bytes:
    """The unsigned bytes of ``payload`` under the key ``kid`` (4 bytes).

    Raises ValueError (struct.error for a number too large) if a value does not fit its field.
    """
    if len(kid) != KID_BYTES:
        raise ValueError(f"a key id has {KID_BYTES} bytes, not {len(kid)}")
    return payload._body(kid)


def sign(payload: Payload, signer: PayloadSigner) -> bytes:
    """``payload`` encoded and signed: what :func:`decode` reads. Raises ValueError as :func:`encode` does."""
    body = encode(payload, signer.kid)
    return body + signer.sign(DOMAIN + body)


def decode(data: bytes) -> Signed:
    """Reads a signed payload without checking its signature. Raises RefusedError and nothing else."""
    if not data:
        raise RefusedError(Reason.INCOMPLETE)
    if data[0] >> 4 != VERSION:
        raise RefusedError(Reason.UNKNOWN_VERSION)
    match data[0] & 0x0F:
        case CertificatePayload.TYPE:
            body = _whole(data, _CERTIFICATE.size, with_name=True)
            payload: Payload = _certificate(body)
        case LabelPayload.TYPE:
            body = _whole(data, _LABEL.size, with_name=False)
            payload = LabelPayload(*_LABEL.unpack(body)[2:])
        case _:
            raise RefusedError(Reason.UNKNOWN_TYPE)
    return Signed(payload, data[1:5], body, data[len(body) :])


def _whole(data: bytes, fixed: int, *, with_name: bool) -> bytes:
    """``data`` without its signature, if it has exactly the length that it declares."""
    if len(data) < fixed + SIGNATURE_BYTES:
        raise RefusedError(Reason.INCOMPLETE)
    name = data[fixed - 1] if with_name else 0
    if name > fields.NAME_BYTES:
        raise RefusedError(Reason.BAD_NAME)
    if len(data) < fixed + name + SIGNATURE_BYTES:
        raise RefusedError(Reason.INCOMPLETE)
    if len(data) > fixed + name + SIGNATURE_BYTES:
        raise RefusedError(Reason.TRAILING)
    return data[: fixed + name]


def _certificate(body: bytes) -> CertificatePayload:
    _head, _kid, serial, issued, expires, uscc, record_hash, _n = _CERTIFICATE.unpack_from(body)
    return CertificatePayload(
        serial=fields.unpack_serial(serial),
        issued=fields.unpack_day(issued),
        expires=fields.unpack_day(expires) if expires else None,
        uscc=fields.unpack_uscc(uscc),
        record_hash=record_hash,
        holder=fields.unpack_name(body[_CERTIFICATE.size :]),
    )
