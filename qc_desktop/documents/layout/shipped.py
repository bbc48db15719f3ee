"""The layouts that ship with this version."""

from __future__ import annotations

from functools import cache

from qc_desktop.documents.layout.model import Design, Layout, page_of
from qc_desktop.documents.layout.reading import parse_design
from qc_desktop.paths import resource


def load_layout(kind: str) -> Layout:
    """The page of ``kind`` that ships with this version. Raises FileNotFoundError for an unknown kind."""
    return page_of(load_design(kind))


@cache
def load_design(kind: str) -> Design:
    """The layout of ``kind``, of whichever form, that ships with this version. Raises as :func:`load_layout`."""
    return parse_design(resource("documents", f"{kind}.toml").read_text(encoding="utf-8"))
