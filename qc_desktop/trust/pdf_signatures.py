"""数字签名 in a PDF: PAdES B-B (ETSI EN 319 142-1) over the whole file, with P-256 or whatever a PKCS#12 file holds.

A signature shows that a file was not changed and who holds the key. It is no 电子印章 and no 可靠电子签名 of 电子签名法
article 13 unless a licensed authority vouches for the certificate: whoever offers signing says so on the screen.

pyHanko is an extra (``pdf-sign``); it is imported where a file is signed.
"""

from __future__ import annotations

import importlib.util
import io
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NoReturn

from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from pyhanko.sign.signers import Signer as PdfSigner

FIELD = "Signature1"
_MARK = b"/ByteRange"
LARGEST_FILE = 1_000_000
"""A PKCS#12 file with a chain has some 10 kB."""


def is_installed() -> bool:
    """Whether this program can sign PDF files: the extra is there."""
    return importlib.util.find_spec("pyhanko") is not None


def is_signed(path: Path) -> bool:
    """Whether the PDF ``path`` carries a signature; not, whether it holds."""
    return _MARK in path.read_bytes()


class DocumentSigner:
    """An unlocked key with its certificate, for PDF files. It cannot be printed, pickled or copied."""

    __slots__ = ("_signer", "name", "valid_until")

    def __init__(self, signer: PdfSigner) -> None:
        certificate = signer.signing_cert
        if certificate is None:
            raise ValueError("a signer without a certificate")
        self._signer = signer
        self.name = str(certificate.subject.native.get("common_name") or certificate.subject.human_friendly)
        self.valid_until: dt.date = certificate.not_valid_after.date()

    def sign(self, path: Path) -> None:
        """Signs the PDF ``path`` in its place: afterwards nothing in it may change, its signature says."""
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import signers
        from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

        meta = signers.PdfSignatureMetadata(
            field_name=FIELD,
            name=self.name,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        whole = IncrementalPdfFileWriter(io.BytesIO(path.read_bytes()))
        with ThreadPoolExecutor(1) as apart:  # pyHanko runs an event loop, and a thread that has one takes no second
            signed = apart.submit(signers.sign_pdf, whole, meta, self._signer).result()
        write_atomic(path, signed.getvalue())

    def __repr__(self) -> str:
        return f"<DocumentSigner {self.name}>"

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a private key is not copied or pickled")


def demand_installed() -> None:
    """Raises UserError where the extra is not there."""
    if not is_installed():
        raise UserError("pdf_signature.not_installed")


def of_key(key: EllipticCurvePrivateKey, certificate: bytes) -> DocumentSigner:
    """Signs with ``key`` in the name of its ``certificate`` (DER). Raises UserError where the extra is not there."""
    demand_installed()
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

    held = x509.load_der_x509_certificate(certificate)
    return _of_data(pkcs12.serialize_key_and_certificates(None, key, held, None, NoEncryption()), b"")


def of_pkcs12(path: Path, password: str) -> DocumentSigner:
    """Signs with the key in the PKCS#12 file ``path`` (RFC 7292; .p12, .pfx), as an authority hands it out.

    Raises UserError: not installed, unreadable, a wrong password or another kind of file, no key in it.
    """
    demand_installed()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError("pdf_signature.not_pkcs12", name=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise UserError("pdf_signature.unreadable", path=path) from error
    secret = password.encode()
    try:
        held = pkcs12.load_pkcs12(data, secret)
    except (ValueError, UnsupportedAlgorithm) as error:
        code = "wrong_password" if "password" in str(error) else "not_pkcs12"
        raise UserError(f"pdf_signature.{code}", name=path.name) from error
    if held.key is None or held.cert is None:
        raise UserError("pdf_signature.no_key", name=path.name)
    return _of_data(data, secret)


def _of_data(pkcs12: bytes, password: bytes) -> DocumentSigner:
    from pyhanko.sign.signers import SimpleSigner

    return DocumentSigner(SimpleSigner.load_pkcs12_data(pkcs12, [], password))
