"""Key files as earlier versions of the program wrote them."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from qc_desktop.trust import keyfile
from qc_desktop.trust.keyfile import Passphrase


def first_version(path: Path, typed: str) -> None:
    """Writes the key file ``path`` as version 1, which the recovery sheet did not open."""
    passphrase, envelope = Passphrase(typed), keyfile.read(path.read_bytes())
    old = replace(envelope, version=1, recovery=None, sealed=b"")
    secret = keyfile.unseal(envelope, passphrase)
    sealed = AESGCM(passphrase.key_for(old.kdf)).encrypt(old.nonce, secret, keyfile._header(old))
    members = {**keyfile._readable(old), "sealed": base64.b64encode(sealed).decode()}
    path.write_text(json.dumps({**members, "checksum": keyfile._checksum(members)}), encoding="utf-8")
