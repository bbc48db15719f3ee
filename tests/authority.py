"""A certificate authority, as far as files that it hands out are concerned."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

PASSWORD = "示例密码"


def certified(tmp_path: Path, until: dt.date = dt.date(2099, 1, 1)) -> tuple[Path, bytes]:
    """A PKCS#12 file as an authority hands it out, with its chain, and the authority's certificate (DER)."""
    authority, leaf = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    names = [
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("示例认证机构", "示例质量检验协会")
    ]
    end = dt.datetime.combine(until, dt.time())

    def certificate(key, subject, is_authority):
        usage = dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement", "crl_sign"), False)
        usage |= {"encipher_only": False, "decipher_only": False, "key_cert_sign": is_authority}
        return (
            x509.CertificateBuilder(names[0], subject, key.public_key(), 1 + is_authority, dt.datetime(2025, 1, 1), end)
            .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
            .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
            .sign(authority, hashes.SHA256())
        )

    root, own_one = certificate(authority, names[0], True), certificate(leaf, names[1], False)
    data = pkcs12.serialize_key_and_certificates(
        b"x", leaf, own_one, [root], BestAvailableEncryption(PASSWORD.encode())
    )
    path = tmp_path / "证书.p12"
    path.write_bytes(data)
    return path, root.public_bytes(Encoding.DER)
