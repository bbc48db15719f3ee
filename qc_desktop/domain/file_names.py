"""Names of files that every system takes, made of what people are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_MOST_BYTES = 180
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for itself."""


def numbered_names(text: str, ending: str) -> Iterator[str]:
    """Names for ``text`` in the order they are to be tried: ``textENDING``, then with (2), (3) … before the ending.

    ``ending`` (``_回表_2026.xlsx``) is safe already; what no file may be called by becomes －, long texts are cut.
    """
    safe = _UNSAFE.sub("－", text).strip(" .") or "－"
    if _DEVICES.match(safe + ending):
        safe = f"－{safe}"
    stem, dot, suffix = ending.rpartition(".")
    number = 1
    while True:
        more = f"{stem}({number}){dot}{suffix}" if number > 1 else ending
        room = _MOST_BYTES - len(more.encode())
        yield safe.encode("utf-8", "replace")[:room].decode(errors="ignore").rstrip(" .") + more
        number += 1
