"""The Merkle tree of RFC 6962, section 2.1: heads, inclusion and consistency proofs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

EMPTY = hashlib.sha256().digest()
"""The head of a tree without leaves."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of a leaf that holds ``entry``."""
    return hashlib.sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """A tree that only grows. ``levels[h][k]`` is the head of the k-th complete subtree of 2^h leaves."""

    def __init__(self, entries: Iterable[bytes] = ()) -> None:
        self.levels: list[list[bytes]] = [[leaf_hash(entry) for entry in entries]]
        while len(below := self.levels[-1]) > 1:
            pairs = zip(below[::2], below[1::2], strict=False)
            self.levels.append([node_hash(left, right) for left, right in pairs])

    def __len__(self) -> int:
        return len(self.levels[0])

    def append(self, entry: bytes) -> None:
        """Adds a leaf that holds ``entry``."""
        height, node = 0, leaf_hash(entry)
        while True:
            level = self.levels[height]
            level.append(node)
            if len(level) % 2:
                return
            node = node_hash(level[-2], node)
            height += 1
            if height == len(self.levels):
                self.levels.append([])

    def head(self, size: int | None = None) -> bytes:
        """The head of the first ``size`` leaves, of all where it is None. Raises ValueError beyond what there is."""
        wanted = len(self) if size is None else size
        if not 0 <= wanted <= len(self):
            raise ValueError(f"no tree of {wanted} leaves here")
        return self._head(0, wanted) if wanted else EMPTY

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """The path from leaf ``index`` to the head of the first ``size`` leaves (2.1.1), nearest first."""
        end = len(self) if size is None else size
        if not 0 <= index < end <= len(self):
            raise ValueError(f"no leaf {index} in {end} of {len(self)}")
        start, path = 0, []
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                path.append(self._head(middle, end))
                end = middle
            else:
                path.append(self._head(start, middle))
                start = middle
        return path[::-1]

    def consistency(self, old: int, size: int | None = None) -> list[bytes]:
        """The proof that the first ``old`` leaves begin the first ``size`` (2.1.2)."""
        new = len(self) if size is None else size
        if not 0 < old <= new <= len(self):
            raise ValueError(f"no trees of {old} and {new} leaves in {len(self)}")
        return self._subproof(old, 0, new, whole=True)

    def _subproof(self, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
        """SUBPROOF(old, D[start:end], whole), with ``old`` counted from the beginning of the tree."""
        if old == end:
            return [] if whole else [self._head(start, end)]
        middle = start + _split(end - start)
        if old <= middle:
            return [*self._subproof(old, start, middle, whole=whole), self._head(middle, end)]
        return [*self._subproof(old, middle, end, whole=False), self._head(start, middle)]

    def _head(self, start: int, end: int) -> bytes:
        """MTH(D[start:end]), where ``start`` is a multiple of the width's next power of two."""
        width = end - start
        if width & (width - 1) == 0:
            height = width.bit_length() - 1
            return self.levels[height][start >> height]
        middle = start + _split(width)
        return node_hash(self._head(start, middle), self._head(middle, end))


def _split(width: int) -> int:
    """The largest power of two below ``width``."""
    return 1 << (width - 1).bit_length() - 1


def head_by_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The head that ``path`` leads to from the hash of leaf ``index`` in a tree of ``size``; None for a path of
    another length (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    node, place, last = leaf, index, size - 1
    for sibling in path:
        if not last:
            return None
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    return None if last else node


def is_consistent(old: int, old_head: bytes, new: int, new_head: bytes, path: Sequence[bytes]) -> bool:
    """Whether ``path`` proves that a tree of ``old`` leaves begins one of ``new`` (RFC 9162, 2.1.4.2)."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not path and old_head == new_head
    rest = list(path)
    if old & (old - 1) == 0:
        rest.insert(0, old_head)
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    if not rest:
        return False
    was = now = rest[0]
    for node in rest[1:]:
        if not last:
            return False
        if place & 1 or place == last:
            was, now = node_hash(node, was), node_hash(node, now)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            now = node_hash(now, node)
        place, last = place >> 1, last >> 1
    return last == 0 and (was, now) == (old_head, new_head)
