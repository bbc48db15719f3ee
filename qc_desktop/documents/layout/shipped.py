"""The layouts that ship with this version."""

from __future__ import annotations

from functools import cache

from qc_desktop.documents.layout.model import Layout
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.paths import resource


@cache
def load_layout(kind: str) -> Layout:
    """The layout of ``kind`` that ships with this version. Raises FileNotFoundError for an unknown kind."""
    return parse_layout(resource("documents", f"{kind}.toml").read_text(encoding="utf-8"))
