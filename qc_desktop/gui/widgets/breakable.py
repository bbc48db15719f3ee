"""Long codes and paths that a label may break."""

from __future__ import annotations

import re

_RUN = re.compile(r"([!-~]{16})(?=[!-~])")


def breakable(text: str) -> str:
    """``text`` with a place to break (U+200B) in every run of Latin letters and signs; for showing, not for copying."""
    return _RUN.sub("\\1\u200b", text)
