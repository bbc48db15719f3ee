"""One run at a time for a place: two that write into one folder would take each other's files away."""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qc_desktop.errors import UserError


@contextmanager
def writing_alone(place: Path) -> Iterator[None]:
    """Keeps ``place``, a file or a folder, for this run until its end, also a violent one: the system holds the lock.

    Raises UserError where another run on this PC writes there.
    """
    name = hashlib.sha256(f"{getpass.getuser()}\n{place.absolute()}".encode()).hexdigest()[:24]
    lock = Path(tempfile.gettempdir()) / f"qc-desktop-{name}.lock"
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(descriptor)
        except OSError as problem:
            raise UserError("file.being_written", path=place) from problem
        if not os.fstat(descriptor).st_nlink:  # whoever held it has just taken it away
            raise UserError("file.being_written", path=place)
        yield
        if sys.platform != "win32":  # there an open file cannot be taken away, and the next run finds this one
            lock.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
