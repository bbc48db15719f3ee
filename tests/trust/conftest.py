"""Keys that protect nothing: their private numbers stand here for everybody to read."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.published import KeyList, PublishedKey, Series


@pytest.fixture(autouse=True)
def passphrases() -> None:
    """They cost what they cost in truth."""


PREFIX = "https://verify.example.cn/#"


def signer_of(number: int, use: KeyUse = KeyUse.PAYLOAD) -> Signer:
    return Signer(ec.derive_private_key(number, ec.SECP256R1()), use)


@pytest.fixture(scope="session")
def signer() -> Signer:
    return signer_of(0x5EED_0001)


@pytest.fixture(scope="session")
def stranger() -> Signer:
    return signer_of(0x5EED_0002)


@pytest.fixture(scope="session")
def root() -> Signer:
    return signer_of(0x5EED_0003, KeyUse.ROOT)


@pytest.fixture
def key_list(signer: Signer) -> KeyList:
    return KeyList(
        (PublishedKey(KeyUse.PAYLOAD, signer.spki, dt.date(2026, 1, 1)),),
        (PREFIX,),
        (Series(1, "承诺展示公告证明", "Certificate of pledge display", "QC-{year}-315-{seq:06}"),),
    )
