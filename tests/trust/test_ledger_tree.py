"""The tree against RFC 6962's own definition, written down as it stands there."""

from __future__ import annotations

import hashlib
import random

import pytest

from qc_desktop.trust.ledger import tiles
from qc_desktop.trust.ledger.tree import EMPTY, Tree, head_by_inclusion, is_consistent, leaf_hash

SIZES = (1, 2, 3, 7, 8, 9, 100, 255, 256, 257)
ENTRIES = [hashlib.sha256(bytes([place % 256, place // 256])).digest() for place in range(600)]
WHOLE = Tree(ENTRIES[:257])
KNOWN = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
"""The leaves of the test vectors that Certificate Transparency's own implementations share."""
KNOWN_HEADS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def test_known_heads():
    tree = Tree(bytes.fromhex(leaf) for leaf in KNOWN)
    assert [tree.head(size).hex() for size in range(1, 9)] == list(KNOWN_HEADS)
    assert tree.head(0) == EMPTY == mth([])


def test_every_head_is_that_of_the_definition():
    assert all(WHOLE.head(size) == mth(ENTRIES[:size]) for size in range(258))


def test_growing_leaf_by_leaf_gives_the_same():
    grown = Tree()
    for entry in ENTRIES[:257]:
        grown.append(entry)
    assert grown.levels == WHOLE.levels


@pytest.mark.parametrize("size", SIZES)
def test_every_leaf_has_a_path_to_the_head(size):
    for place in range(size):
        path = WHOLE.inclusion(place, size)
        assert head_by_inclusion(leaf_hash(ENTRIES[place]), place, size, path) == WHOLE.head(size)


@pytest.mark.parametrize("size", SIZES)
def test_every_earlier_size_is_consistent(size):
    for old in range(1, size + 1):
        path = WHOLE.consistency(old, size)
        assert is_consistent(old, WHOLE.head(old), size, WHOLE.head(size), path)


@pytest.mark.parametrize("size", SIZES[1:])
def test_a_path_that_is_not_the_one_proves_nothing(size):
    chance = random.Random(size)
    place, old = chance.randrange(size), chance.randrange(1, size)
    path, leaf = WHOLE.inclusion(place, size), leaf_hash(ENTRIES[place])
    other = [hashlib.sha256(node).digest() if at == 0 else node for at, node in enumerate(path)]
    for wrong in (path[:-1], [*path, EMPTY], other):
        assert head_by_inclusion(leaf, place, size, wrong) != WHOLE.head(size)
    assert head_by_inclusion(leaf_hash(b"other"), place, size, path) != WHOLE.head(size)
    proof = WHOLE.consistency(old, size)
    assert not is_consistent(old, EMPTY, size, WHOLE.head(size), proof)
    assert not is_consistent(old, WHOLE.head(old), size, EMPTY, proof)
    assert not is_consistent(old, WHOLE.head(old), size, WHOLE.head(size), [*proof, EMPTY])


def test_places_that_there_are_not_are_refused():
    for call in (lambda: WHOLE.head(258), lambda: WHOLE.inclusion(257), lambda: WHOLE.consistency(0, 5)):
        with pytest.raises(ValueError, match="no "):
            call()
    assert head_by_inclusion(EMPTY, 5, 5, []) is None
    assert not is_consistent(6, EMPTY, 5, EMPTY, [])


def test_tiles_lie_where_c2sp_says():
    assert tiles.path(0, 0) == "tile/0/000"
    assert tiles.path(1, 1_234_067) == "tile/1/x001/x234/067"
    assert tiles.path("entries", 5, 17) == "tile/entries/005.p/17"


def test_the_tiles_of_a_size_are_those_of_c2sp():
    tree = Tree(ENTRIES)
    written = dict(tiles.hash_tiles(tree, 600))
    assert list(written) == ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]
    assert written["tile/0/001"] == b"".join(map(leaf_hash, ENTRIES[256:512]))
    assert written["tile/1/000.p/2"] == mth(ENTRIES[:256]) + mth(ENTRIES[256:512])
    assert list(dict(tiles.hash_tiles(tree, 256))) == ["tile/0/000", "tile/1/000.p/1"]


def test_only_what_was_not_whole_is_written_again():
    tree = Tree(ENTRIES)
    assert list(dict(tiles.hash_tiles(tree, 600, since=300))) == ["tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]
    assert list(dict(tiles.entry_tiles(ENTRIES, 600, since=512))) == ["tile/entries/002.p/88"]


def test_bundles_are_read_as_they_were_written():
    bundles = [bundle for _, bundle in tiles.entry_tiles(ENTRIES, 600)]
    assert [entry for bundle in bundles for entry in tiles.read_entries(bundle)] == ENTRIES
    for cut in (bundles[0][:-1], bundles[0][:-33]):
        with pytest.raises(ValueError, match="cut"):
            tiles.read_entries(cut)
