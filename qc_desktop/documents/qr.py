"""QR symbols for a whole batch at once: one version, level and mask, two segments, in NumPy.

ISO/IEC 18004. The text is a byte segment (a link's prefix) and a numeric segment (a payload's digits). Block
structure and function patterns come from the ``qrcode`` library, with which a test holds the matrices equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bytes: TypeAlias = NDArray[np.uint8]

QUIET_ZONE = 4
"""Modules of white on each side."""


@dataclass(frozen=True)
class Symbol:
    """A kind of symbol: ``level`` one of L, M, Q, H; always the same mask, so that a batch is one computation."""

    version: int
    level: str
    mask: int = 2

    @property
    def size(self) -> int:
        """Modules on a side, without the quiet zone."""
        return 4 * self.version + 17


CERTIFICATE = Symbol(10, "M")
ITEM_LABEL = Symbol(7, "M")
ABRASION_LABEL = Symbol(9, "Q")


def encode(symbol: Symbol, texts: Sequence[tuple[str, str]]) -> Bytes:
    """The symbols of ``texts``, pairs of ASCII prefix and decimal digits: shape (n, size, size), 1 is dark.

    Raises ValueError where a text does not fit, is empty or holds other characters.
    """
    import numpy as np

    plan = _plan(symbol)
    codewords = np.empty((len(texts), plan.data_count), np.uint8)
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (prefix, digits) in enumerate(texts):
        groups[len(prefix), len(digits)].append(place)
    for places in groups.values():
        codewords[places] = _data(symbol, plan, [texts[place] for place in places])
    interleaved = np.concatenate([codewords, _corrections(plan, codewords)], axis=1)[:, plan.order]
    bits = np.unpackbits(interleaved, axis=1)
    matrices = np.broadcast_to(plan.base.reshape(-1), (len(texts), symbol.size**2)).copy()
    matrices[:, plan.places[: bits.shape[1]]] ^= bits
    return matrices.reshape(len(texts), symbol.size, symbol.size)


@dataclass(frozen=True, eq=False)
class _Plan:
    """What all symbols of a kind share.

    ``blocks`` (first data codeword, data codewords, correction codewords); ``order`` interleaves data and
    corrections; ``base`` is the masked symbol of all-zero codewords; ``places`` the cells of the bits in order.
    """

    data_count: int
    blocks: tuple[tuple[int, int, int], ...]
    order: NDArray[np.intp]
    base: Bytes
    places: NDArray[np.intp]


@cache
def _plan(symbol: Symbol) -> _Plan:
    import numpy as np
    from qrcode import base, constants

    level = getattr(constants, f"ERROR_CORRECT_{symbol.level}")
    blocks, first = [], 0
    for block in base.rs_blocks(symbol.version, level):
        blocks.append((first, block.data_count, block.total_count - block.data_count))
        first += block.data_count
    patterns = _function_patterns(symbol, level)
    places = np.array(_zigzag(symbol, patterns))
    dark = np.array([[bool(cell) for cell in row] for row in patterns], np.uint8)
    dark.reshape(-1)[places] = _mask(symbol).reshape(-1)[places]
    return _Plan(first, tuple(blocks), np.array(_interleaving(blocks)), dark, places)


def _function_patterns(symbol: Symbol, level: int) -> list[list[bool | None]]:
    """Finders, timing, alignment, format and version information; None where data goes."""
    import qrcode

    maker = qrcode.QRCode(version=symbol.version, error_correction=level, mask_pattern=symbol.mask)
    maker.modules_count = symbol.size
    maker.modules = [[None] * symbol.size for _ in range(symbol.size)]
    for row, column in ((0, 0), (symbol.size - 7, 0), (0, symbol.size - 7)):
        maker.setup_position_probe_pattern(row, column)
    maker.setup_position_adjust_pattern()
    maker.setup_timing_pattern()
    maker.setup_type_info(False, symbol.mask)
    if symbol.version >= 7:
        maker.setup_type_number(False)
    modules: list[list[bool | None]] = maker.modules
    return modules


def _mask(symbol: Symbol) -> Bytes:
    import numpy as np
    from qrcode import util

    rule = util.mask_func(symbol.mask)
    cells = [[rule(row, column) for column in range(symbol.size)] for row in range(symbol.size)]
    return np.array(cells, np.uint8)


def _zigzag(symbol: Symbol, patterns: list[list[bool | None]]) -> list[int]:
    """The free cells in the order of the bits (clause 7.7.3): pairs of columns from the right, up and down."""
    places = []
    upwards = True
    for right in (column for column in range(symbol.size - 1, 0, -2)):
        pair = right if right > 6 else right - 1
        rows = range(symbol.size - 1, -1, -1) if upwards else range(symbol.size)
        cells = ((row, column) for row in rows for column in (pair, pair - 1))
        places += [row * symbol.size + column for row, column in cells if patterns[row][column] is None]
        upwards = not upwards
    return places


def _interleaving(blocks: list[tuple[int, int, int]]) -> list[int]:
    """Which codeword of data-then-corrections comes at each place (clause 7.6)."""
    data = [first + step for step in range(max(b[1] for b in blocks)) for first, count, _ in blocks if step < count]
    corrections, first = [], len(data)
    for _, _, count in blocks:
        corrections.append(first)
        first += count
    return data + [start + step for step in range(blocks[0][2]) for start in corrections]


def _data(symbol: Symbol, plan: _Plan, texts: list[tuple[str, str]]) -> Bytes:
    """The data codewords of ``texts`` of equal lengths, padded (clause 7.4)."""
    import numpy as np

    prefix_length, digit_length = len(texts[0][0]), len(texts[0][1])
    prefixes, figures = (_ascii([text[part] for text in texts]) for part in (0, 1))
    if not prefix_length or not digit_length or (figures < 48).any() or (figures > 57).any():
        raise ValueError("a symbol holds a prefix and decimal digits")
    small = symbol.version < 10
    pieces = [
        _number_bits(np.full((len(texts), 1), 0b0100), 4),
        _number_bits(np.full((len(texts), 1), prefix_length), 8 if small else 16),
        np.unpackbits(prefixes, axis=1),
        _number_bits(np.full((len(texts), 1), 0b0001), 4),
        _number_bits(np.full((len(texts), 1), digit_length), 10 if small else 12),
        *_digit_bits(figures.astype(np.int64) - 48),
    ]
    bits = np.concatenate(pieces, axis=1)
    spare = plan.data_count * 8 - bits.shape[1]
    if spare < 0:
        raise ValueError(f"{prefix_length} characters and {digit_length} digits do not fit {symbol}")
    used = np.packbits(np.pad(bits, ((0, 0), (0, min(4, spare)))), axis=1)
    padding = np.resize(np.array([0xEC, 0x11], np.uint8), plan.data_count - used.shape[1])
    return np.concatenate([used, np.broadcast_to(padding, (len(texts), padding.size))], axis=1)


def _ascii(texts: list[str]) -> Bytes:
    import numpy as np

    return np.frombuffer("".join(texts).encode("ascii"), np.uint8).reshape(len(texts), -1)


def _number_bits(values: NDArray[np.int64], width: int) -> Bytes:
    """``values`` (n, k) as bits (n, k × width), most significant first."""
    import numpy as np

    bits = (values[:, :, None] >> np.arange(width - 1, -1, -1)) & 1
    return bits.astype(np.uint8).reshape(len(values), -1)


def _digit_bits(digits: NDArray[np.int64]) -> list[Bytes]:
    """Numeric mode: three digits in 10 bits, a rest of two in 7, of one in 4."""
    import numpy as np

    whole = digits.shape[1] // 3 * 3
    threes = digits[:, :whole].reshape(len(digits), -1, 3) @ np.array([100, 10, 1])
    rest = digits[:, whole:]
    if rest.shape[1] == 0:
        return [_number_bits(threes, 10)]
    tens = rest @ (np.array([1]) if rest.shape[1] == 1 else np.array([10, 1]))
    return [_number_bits(threes, 10), _number_bits(tens[:, None], 3 * rest.shape[1] + 1)]


def _corrections(plan: _Plan, codewords: Bytes) -> Bytes:
    """The correction codewords of every block, block after block: division by the generator polynomial."""
    import numpy as np

    parts = []
    for first, count, corrections in plan.blocks:
        table = _generator_multiples(corrections)
        rest = np.zeros((len(codewords), corrections + 1), np.uint8)
        for step in range(first, first + count):
            factor = rest[:, 0] ^ codewords[:, step]
            rest[:, :-1] = rest[:, 1:] ^ table[factor]
        parts.append(rest[:, :-1])
    return np.concatenate(parts, axis=1)


@cache
def _generator_multiples(count: int) -> Bytes:
    """The generator polynomial of degree ``count`` (without its leading 1) times each element of GF(256)."""
    import numpy as np
    from qrcode import base

    polynomial = [1]
    for power in range(count):
        root = base.gexp(power)
        shifted = [0, *(_times(c, root) for c in polynomial)]
        polynomial = [a ^ b for a, b in zip([*polynomial, 0], shifted, strict=True)]
    return np.array([[_times(c, factor) for c in polynomial[1:]] for factor in range(256)], np.uint8)


def _times(a: int, b: int) -> int:
    from qrcode import base

    return int(base.gexp(base.glog(a) + base.glog(b))) if a and b else 0
