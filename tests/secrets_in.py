"""Looks for private keys and a passphrase in any file, in whatever form they might have been written."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from qc_desktop.trust import recovery, signing
from qc_desktop.trust.keys import KeyUse, Signer

_BLANKS = re.compile(rb"[\s\\\-]|\\[rnt]")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def forms(signers: Iterable[Signer], passphrase: str) -> dict[str, bytes]:
    """Every form that is looked for, by what it is called; blanks and hyphens do not count in any of them."""
    found = {f"passphrase {code}": passphrase.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}
    found["passphrase escaped"] = passphrase.encode("ascii", "backslashreplace").replace(b"\\", b"")
    for signer in signers:
        name, scalar = signer.use.value, signing.scalar_of(signer._key)
        found |= {
            f"{name} raw": scalar,
            f"{name} raw, turned": scalar[::-1],
            f"{name} hex": scalar.hex().encode(),
            f"{name} decimal": str(int.from_bytes(scalar)).encode(),
        }
        for shift in range(3):  # also within PEM and other longer texts
            inner = base64.b64encode(bytes(shift) + scalar)[4 if shift else 0 : -4]
            found[f"{name} base64 {shift}"] = inner
            found[f"{name} base64url {shift}"] = inner.translate(bytes.maketrans(b"+/", b"-_"))
        if signer.use is KeyUse.ROOT:
            found |= {f"sheet line {at}": line.encode() for at, line in enumerate(recovery.lines(signer), 1)}
    return {name: _plain(form) if "raw" not in name and "utf-16" not in name else form for name, form in found.items()}


def leaks(places: Iterable[Path], looked_for: dict[str, bytes]) -> list[tuple[str, str]]:
    """Where something of it stands: the file's name, and what it is."""
    return [
        (path.name, name)
        for place in places
        for path in sorted([place] if place.is_file() else place.rglob("*"))
        if path.is_file()
        for content in _contents(path.read_bytes())
        for name in _in(content, looked_for)
    ]


def _in(content: bytes, looked_for: dict[str, bytes]) -> Iterator[str]:
    plain = _plain(content)
    lowered = plain.lower()
    for name, form in looked_for.items():
        if form in content or form in plain or ("hex" in name and form in lowered):
            yield name


def _plain(content: bytes) -> bytes:
    return _BLANKS.sub(b"", content)


def _contents(data: bytes) -> Iterator[bytes]:
    """``data`` as it is, and what is packed in it."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from _contents(packed.read(name))
    if data.startswith(b"%PDF"):
        for stream in _STREAM.findall(data):
            try:
                yield zlib.decompress(stream)
            except zlib.error:
                continue
