"""Files that leave the office: sealed in the age format (age-encryption.org/v1) under a passphrase.

A sealed file is a ZIP archive, stored and not packed, with two age files: ``opening.age`` holds a private X25519 key
under the passphrase (scrypt), ``contents.age`` what was sealed to that key. So contents of any size are streamed,
copies can be sealed day after day while only the public half lies on the PC, and any age tool opens them.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

from qc_desktop.errors import UserError
from qc_desktop.trust.keyfile import SHORTEST_PASSPHRASE, normal
from qc_desktop.trust.pipes import Pulled, Pushed

T = TypeVar("T")
OPENING, CONTENTS = "opening.age", "contents.age"
_MOST_OPENING = 16 * 1024
_CHANGED = "decryption error"
"""What pyrage says in the middle of a stream, as a plain OSError."""


@dataclass(frozen=True)
class Sealing:
    """What a PC keeps in order to seal: ``recipient`` is public, ``opening`` opens only with the passphrase."""

    recipient: str
    opening: bytes

    @property
    def mark(self) -> str:
        """Eight letters that tell files of this key from those of another."""
        return _mark(self.opening)


@dataclass(frozen=True)
class Opening:
    """A sealed file, the private key that opens it, and the mark of its sealing."""

    path: Path
    secret: str
    mark: str


def _mark(opening: bytes) -> str:
    return hashlib.sha256(opening).hexdigest()[:8]


def new_sealing(passphrase: str) -> Sealing:
    """A fresh key under ``passphrase``. Raises UserError where that is too short."""
    wanted = normal(passphrase)
    if len(wanted) < SHORTEST_PASSPHRASE:
        raise UserError("move.passphrase_short", least=SHORTEST_PASSPHRASE, length=len(wanted))
    return Sealing(*_beside(_new_key, wanted))


def _new_key(passphrase: str) -> tuple[str, bytes]:
    """A recipient, and its private key under ``passphrase``."""
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    return str(identity.to_public()), pyrage.passphrase.encrypt(str(identity).encode(), passphrase)


def _secret(sealed: bytes, passphrase: str) -> str | None:
    """The private key in ``sealed``; None where the passphrase is another."""
    import pyrage

    try:
        return str(pyrage.passphrase.decrypt(sealed, passphrase).decode("ascii"))
    except pyrage.DecryptError:
        return None


def _beside(work: Callable[..., T], *values: object) -> T:
    """What ``work`` gives, by a process of its own.

    A passphrase takes seconds and up to a gigabyte on purpose, in one call that lets no other thread of ours go on:
    the window would stand still. Raises UserError where the PC has not that much memory left.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try:
            return pool.submit(work, *values).result()
        except BrokenProcessPool as ended:
            raise UserError("move.no_memory") from ended


@contextmanager
def writing(sealing: Sealing, target: Path) -> Generator[IO[bytes], None, None]:
    """A stream; what is written to it is sealed into ``target``. Errors of the disk come out as they are."""

    def seal(source: IO[bytes]) -> None:
        import pyrage

        recipient = pyrage.x25519.Recipient.from_str(sealing.recipient)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(OPENING, sealing.opening)
            with archive.open(CONTENTS, "w", force_zip64=True) as contents:
                pyrage.encrypt_io(source, contents, [recipient])

    with Pushed(seal) as stream:
        yield stream


def opening(path: Path, passphrase: str) -> Opening:
    """Unlocks the sealed file at ``path``.

    Raises UserError ``move.not_sealed`` where it is none of ours or damaged, ``move.wrong_passphrase``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if names != {OPENING, CONTENTS} or archive.getinfo(OPENING).file_size > _MOST_OPENING:
                raise UserError("move.not_sealed", path=path)
            sealed = archive.read(OPENING)
    except (zipfile.BadZipFile, OSError) as problem:
        raise UserError("move.not_sealed", path=path) from problem
    secret = _beside(_secret, sealed, normal(passphrase))
    if secret is None:
        raise UserError("move.wrong_passphrase")
    return Opening(path, secret, _mark(sealed))


@contextmanager
def reading(key: Opening) -> Generator[IO[bytes], None, None]:
    """A stream of what is sealed in the file of ``key``. Raises UserError ``move.damaged`` where it was changed."""

    import pyrage

    def unseal(target: IO[bytes]) -> None:
        with zipfile.ZipFile(key.path) as archive, archive.open(CONTENTS) as contents:
            pyrage.decrypt_io(contents, target, [pyrage.x25519.Identity.from_str(key.secret)])

    try:
        with Pulled(unseal) as stream:
            yield stream
    except (pyrage.DecryptError, zipfile.BadZipFile) as problem:
        raise UserError("move.damaged", path=key.path) from problem
    except OSError as problem:
        if _CHANGED not in str(problem):
            raise
        raise UserError("move.damaged", path=key.path) from problem
