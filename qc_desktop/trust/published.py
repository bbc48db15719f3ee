"""What an association publishes about its signatures: public keys, link prefixes, series of numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qc_desktop.domain.certificates import Serial, check_number_pattern, format_number
from qc_desktop.errors import UserError
from qc_desktop.trust import signing
from qc_desktop.trust.keys import KeyUse
from qc_desktop.trust.links import check_prefix
from qc_desktop.trust.notes import NoteKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey


@dataclass(frozen=True)
class PublishedKey:
    """A P-256 public key: in use since ``since``, ``revoked`` since that day if it is.

    Raises ValueError for the root key, which is pinned and never listed, for a ledger key, which has a list of its
    own, and for anything but P-256 in DER.
    """

    use: KeyUse
    spki: bytes
    since: dt.date
    revoked: dt.date | None = None

    def __post_init__(self) -> None:
        if self.use in (KeyUse.ROOT, KeyUse.LEDGER):
            raise ValueError(f"the {self.use.value} key is not listed")
        signing.public_key(self.spki)

    @cached_property
    def kid(self) -> bytes:
        """The key's id, 4 bytes."""
        return signing.key_id(self.spki)

    @cached_property
    def public(self) -> EllipticCurvePublicKey:
        """The key, ready to verify with."""
        return signing.public_key(self.spki)


@dataclass(frozen=True)
class Series:
    """What the first two digits of a serial stand for: titles and the number's format (``QC-{year}-315-{seq:06}``).

    Raises UserError for a format that is no number pattern, ValueError for a code beyond 0–99.
    """

    code: int
    title_zh: str
    title_en: str
    number: str

    def __post_init__(self) -> None:
        if not 0 <= self.code <= 99:
            raise ValueError("a series has two digits")
        check_number_pattern(self.number)

    def certificate_no(self, serial: Serial) -> str:
        """The number that is printed for ``serial``."""
        return format_number(self.number, serial.year, serial.sequence)


@dataclass(frozen=True)
class KeyList:
    """The published list without its signature. ``ledger`` holds verifier keys (:class:`notes.NoteKey`).

    Raises UserError if it could not be read back as it is, ValueError for a verifier key that is none.
    """

    keys: tuple[PublishedKey, ...]
    prefixes: tuple[str, ...]
    series: tuple[Series, ...]
    ledger: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for prefix in self.prefixes:
            check_prefix(prefix)
        for verifier in self.ledger:
            NoteKey.read(verifier)
        formats = {series.number for series in self.series}
        if len(self._by_code) < len(self.series) or len(formats) < len(self.series):
            raise UserError("trust.series_twice")
        if len(self._by_kid) < len(self.keys):
            raise UserError("trust.key_twice")

    def key(self, kid: bytes) -> PublishedKey | None:
        """The key with the 4-byte id ``kid``, if it is published here."""
        return self._by_kid.get(kid)

    def series_of(self, serial: Serial) -> Series | None:
        """The series of ``serial``, if it is published here."""
        return self._by_code.get(serial.series)

    @cached_property
    def _by_kid(self) -> dict[bytes, PublishedKey]:
        return {key.kid: key for key in self.keys}

    @cached_property
    def _by_code(self) -> dict[int, Series]:
        return {series.code: series for series in self.series}
