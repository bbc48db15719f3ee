"""Taking little memory from the system, and giving it back after large work. Where the C library is another than
glibc nothing is done.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache

from qc_desktop import caches


@cache
def _libc() -> ctypes.CDLL | None:
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    return library if hasattr(library, "malloc_trim") else None


_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""The parameters of mallopt(3)."""


def be_modest() -> None:
    """For a window with many threads: few pools, and large pieces on their own, which go back as they are freed.

    Call it before threads begin.
    """
    library = _libc()
    if library is not None:
        for parameter, value in ((_ARENA_MAX, 2), (_TRIM_THRESHOLD, 1 << 18), (_MMAP_THRESHOLD, 1 << 17)):
            library.mallopt(parameter, value)


def collect() -> None:
    """Lets go what a batch remembered and looks for rubbish, on the thread of the window that it may hold.

    Other threads wait meanwhile. What is not rubbish is passed over from then on, as what a start made is: each look
    sees only what was made since the last, and takes a few dozen milliseconds however long the program runs.
    """
    caches.let_go()
    gc.collect()
    gc.freeze()


def give_back_free() -> None:
    """Lets glibc return what is free: a few milliseconds in which nobody waits. For before much is taken at once.

    It keeps it otherwise, 150 MB after 100,000 companies are rolled forward.
    """
    library = _libc()
    if library is not None:
        library.malloc_trim(0)


def look_through_everything() -> None:
    """Looks for rubbish also in what was passed over so far: a third of a second that nobody should wait for."""
    gc.unfreeze()
    collect()
    give_back_free()
