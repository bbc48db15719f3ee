from __future__ import annotations

import numpy as np
import pytest
import qrcode
import zxingcpp
from qrcode import util

from qc_desktop.documents import qr
from qc_desktop.documents.pdf.symbols import paths

PREFIX = "https://example.org/v/#"


def library_matrix(symbol: qr.Symbol, prefix: str, digits: str) -> np.ndarray:
    level = getattr(qrcode.constants, f"ERROR_CORRECT_{symbol.level}")
    maker = qrcode.QRCode(version=symbol.version, error_correction=level, border=0, mask_pattern=symbol.mask)
    maker.add_data(util.QRData(prefix.encode(), mode=util.MODE_8BIT_BYTE), optimize=0)
    maker.add_data(util.QRData(digits.encode(), mode=util.MODE_NUMBER), optimize=0)
    maker.make(fit=False)
    return np.array(maker.get_matrix(), np.uint8)


def most_digits(symbol: qr.Symbol, prefix: str) -> int:
    """The longest number that the library itself accepts."""
    low, high = 1, 3000
    while low < high:
        middle = (low + high + 1) // 2
        try:
            library_matrix(symbol, prefix, "7" * middle)
            low = middle
        except qrcode.exceptions.DataOverflowError:
            high = middle - 1
    return low


def digits(count: int, seed: int) -> str:
    return "".join(map(str, np.random.default_rng(seed).integers(0, 10, count)))


@pytest.mark.parametrize("symbol", [qr.CERTIFICATE, qr.ITEM_LABEL, qr.ABRASION_LABEL, qr.Symbol(10, "M", 5)])
def test_matrices_equal_the_librarys(symbol: qr.Symbol) -> None:
    full = most_digits(symbol, PREFIX)
    lengths = [1, 2, 3, 100, 101, 102, full - 2, full - 1, full]
    texts = [(PREFIX, digits(length, length)) for length in lengths] + [("HTTPS://EXAMPLE.ORG/ABC/#", digits(60, 1))]
    made = qr.encode(symbol, texts)
    for matrix, (prefix, number) in zip(made, texts, strict=True):
        assert np.array_equal(matrix, library_matrix(symbol, prefix, number))


@pytest.mark.parametrize("symbol", [qr.CERTIFICATE, qr.ITEM_LABEL, qr.ABRASION_LABEL])
def test_a_reader_gets_the_text_back(symbol: qr.Symbol) -> None:
    texts = [(PREFIX, digits(120 + extra, extra)) for extra in range(5)]
    for matrix, (prefix, number) in zip(qr.encode(symbol, texts), texts, strict=True):
        pixels = np.kron(np.pad(1 - matrix, 4, constant_values=1), np.full((4, 4), 255)).astype(np.uint8)
        assert [found.text for found in zxingcpp.read_barcodes(pixels)] == [prefix + number]


def test_one_digit_more_than_fits_is_refused() -> None:
    full = most_digits(qr.CERTIFICATE, PREFIX)
    assert qr.encode(qr.CERTIFICATE, [(PREFIX, "1" * full)]).shape == (1, 57, 57)
    with pytest.raises(ValueError, match="do not fit"):
        qr.encode(qr.CERTIFICATE, [(PREFIX, "1" * (full + 1))])


@pytest.mark.parametrize(
    "text", [("", "12"), (PREFIX, ""), (PREFIX, "12a"), ("https://例子/#", "12"), (PREFIX, "１２")]
)
def test_other_characters_are_refused(text: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"prefix|ascii"):
        qr.encode(qr.CERTIFICATE, [text])


def test_the_drawn_path_covers_exactly_the_dark_modules() -> None:
    matrices = qr.encode(qr.ITEM_LABEL, [(PREFIX, digits(100, 4)), (PREFIX, digits(101, 5))])
    for matrix, path in zip(matrices, paths(matrices), strict=True):
        painted = np.zeros_like(matrix)
        for line in path.decode().splitlines()[:-1]:
            x, y, width, height, operator = line.split()
            assert (height, operator) == ("1", "re")
            painted[int(y), int(x) : int(x) + int(width)] += 1
        assert path.endswith(b"f\n")
        assert np.array_equal(painted, matrix)
