"""Signed payloads: our whole links against the bare library call.

``python -m benchmarks.signing [--count N] [--rounds N]``. The peer is cryptography's own ECDSA with random nonces
on a message of the same size, without encoding anything; *start* is the same process doing nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from benchmarks.harness import Way, compare, report
from qc_desktop.domain.certificates import Serial
from qc_desktop.trust import links, verify
from qc_desktop.trust.digits import to_digits
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.payload import CertificatePayload, LabelPayload, encode, sign
from qc_desktop.trust.published import KeyList, PublishedKey, Series

PREFIX = "https://verify.example.cn/#"
DAY, LAST_DAY = dt.date(2026, 3, 15), dt.date(2027, 3, 14)
KEY = ec.derive_private_key(315, ec.SECP256R1())  # a test key
SIGNER = Signer(KEY, KeyUse.PAYLOAD)


def _certificate(sequence: int) -> CertificatePayload:
    holder = "示例精密仪器制造有限公司"
    return CertificatePayload(Serial(1, 2026, sequence), DAY, LAST_DAY, "91350100M000100Y43", bytes(16), holder)


def _start(_count: int) -> None:
    KEY.sign(bytes(88), ec.ECDSA(SHA256()))


def _bare(count: int) -> None:
    algorithm, message = ec.ECDSA(SHA256()), bytes(88)
    for _ in range(count):
        KEY.sign(message, algorithm)


def _signatures(count: int) -> None:
    message = bytes(88)
    for _ in range(count):
        SIGNER.sign(message)


def _encoded(count: int) -> None:
    for number in range(count):
        to_digits(encode(_certificate(number), SIGNER.kid) + bytes(64))


def _certificates(count: int) -> None:
    for number in range(count):
        links.link(PREFIX, sign(_certificate(number), SIGNER))


def _labels(count: int) -> None:
    for number in range(count):
        links.link(PREFIX, sign(LabelPayload(1, number), SIGNER))


def _checks(count: int) -> None:
    series = Series(1, "承诺展示公告证明", "Certificate of pledge display", "QC-{year}-315-{seq:06}")
    keys = KeyList((PublishedKey(KeyUse.PAYLOAD, SIGNER.spki, DAY),), (PREFIX,), (series,))
    text = links.link(PREFIX, sign(_certificate(1), SIGNER))
    for _ in range(count):
        verify.check(text, keys, DAY)


WAYS = {
    "bare ECDSA": _bare,
    "start": _start,
    "deterministic r‖s": _signatures,
    "encoding and digits, unsigned": _encoded,
    "certificate, whole link": _certificates,
    "item label, whole link": _labels,
    "check of a certificate's link": _checks,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=20_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.way:
        WAYS[chosen.way](chosen.count)
        report(chosen.count)
        return
    count = str(chosen.count)
    ways = [Way(name, ("-m", "benchmarks.signing", "--way", name, "--count", count)) for name in WAYS]
    compare("Signed payloads", ways, chosen.rounds, unit="payload")


if __name__ == "__main__":
    main()
