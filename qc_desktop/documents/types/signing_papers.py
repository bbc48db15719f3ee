"""用印登记表 and 领取签收单: tables with room to sign in. Nobody's name is filled in: who signs writes it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from qc_desktop.documents.fonts.glyphs import NO_OTHERS
from qc_desktop.documents.tables.document import render_table
from qc_desktop.domain.progress import Job
from qc_desktop.paths import resource


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "signing_papers.toml").read_text(encoding="utf-8"))


def about(paper: str) -> dict[str, Any]:
    """Title, columns and printed words of ``paper``, SEAL_REGISTER or RECEIPTS."""
    found: dict[str, Any] = _settings()[paper]
    return found


def render_paper(
    paper: str,
    path: Path,
    title: str,
    subtitle: str,
    rows: Sequence[Sequence[str]],
    fonts: Mapping[str, str] = NO_OTHERS,
) -> Job[Path]:
    """Writes the filled ``rows`` to ``path`` as PDF; each is as wide as the paper's columns. Raises UserError."""
    columns = [(name, 1.0) for name in about(paper)["columns"]]
    return render_table(_settings(), path, title, subtitle, columns, rows, fonts)
