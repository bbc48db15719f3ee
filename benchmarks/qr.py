"""QR symbols in bulk: our batch encoder against ``qrcode`` with its defaults and with a fixed mask.

``python -m benchmarks.qr [--count N] [--rounds N]``; each way does as many as it can in a few seconds, and an empty
run of the same imports shows what starting costs.
"""

from __future__ import annotations

import argparse
import random

from benchmarks.harness import Way, compare, report

PREFIX = "https://example.org/v/#"


def _texts(count: int) -> list[tuple[str, str]]:
    chance = random.Random(315)
    return [(PREFIX, "".join(chance.choices("0123456789", k=300 + number % 60))) for number in range(count)]


def _ours(count: int) -> None:
    from qc_desktop.documents import qr

    texts = _texts(count)
    for first in range(0, count, 1024):
        qr.encode(qr.CERTIFICATE, texts[first : first + 1024])


def _library(count: int, mask: int | None) -> None:
    import qrcode
    from qrcode import util

    for prefix, digits in _texts(count):
        maker = qrcode.QRCode(version=10, error_correction=qrcode.ERROR_CORRECT_M, border=0, mask_pattern=mask)
        maker.add_data(util.QRData(prefix.encode(), mode=util.MODE_8BIT_BYTE), optimize=0)
        maker.add_data(util.QRData(digits.encode(), mode=util.MODE_NUMBER), optimize=0)
        maker.make(fit=False)


WAYS = {
    "ours": (_ours, 50),
    "qrcode, fixed mask": (lambda count: _library(count, 2), 1),
    "qrcode, defaults": (lambda count: _library(count, None), 0.2),
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.way:
        WAYS[chosen.way][0](chosen.count)
        report(chosen.count)
        return
    ways = [
        Way(name, ("-m", "benchmarks.qr", "--way", name, "--count", str(int(chosen.count * share))))
        for name, (_, share) in WAYS.items()
    ]
    compare("QR symbols 10-M", ways, chosen.rounds, "symbol")


if __name__ == "__main__":
    main()
