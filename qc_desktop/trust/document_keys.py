"""The association's own key for PDF files, derived from the key of certificates.

One passphrase and one recovery sheet are enough for both, and a new signing stamp brings a new one; whoever has the one
for files gets no further.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

    from qc_desktop.trust.keys import Signer

_PURPOSE = b"QC-DOCUMENT-KEY-V1\0"
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256 (SP 800-186, 3.2.1.3)."""
_YEARS = 10
_LONGEST_NAME = 64
"""ub-common-name, RFC 5280 appendix A.1."""


def document_key(certificates: Signer) -> EllipticCurvePrivateKey:
    """The P-256 key for PDF files that belongs to the key ``certificates`` (FIPS 186-5, A.2.1: 64 bytes for 32)."""
    from cryptography.hazmat.primitives.asymmetric import ec

    wide = b"".join(certificates.secret(_PURPOSE + bytes([part])) for part in range(2))
    return ec.derive_private_key(int.from_bytes(wide) % (_ORDER - 1) + 1, ec.SECP256R1())


def own_certificate(key: EllipticCurvePrivateKey, name: str, made: dt.date) -> bytes:
    """A certificate (X.509 v3, DER) that ``key`` signed itself in the association's ``name``, valid from the day it was
    ``made``: the same bytes every time, so that who once trusted it trusts it on."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509.oid import NameOID

    begin = dt.datetime.combine(made - dt.timedelta(1), dt.time())  # Shanghai's day begins in the evening of UTC's
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:_LONGEST_NAME])])
    public = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    serial = hashlib.sha256(public.digest + name.encode()).digest()[:16]
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(serial) >> 1 | 1)
        .not_valid_before(begin)
        .not_valid_after(begin.replace(year=begin.year + _YEARS, day=min(begin.day, 28)))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(public, critical=False)
        .sign(key, hashes.SHA256(), ecdsa_deterministic=True)
    )
    return certificate.public_bytes(Encoding.DER)
