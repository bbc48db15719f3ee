"""The roster of an announcement as PDF."""

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
def roster_settings() -> dict[str, Any]:
    """Pages, sizes and words of printed rosters."""
    return tomllib.loads(resource("documents", "roster.toml").read_text(encoding="utf-8"))


def render_roster(
    path: Path,
    title: str,
    subtitle: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
    fonts: Mapping[str, str] = NO_OTHERS,
) -> Job[Path]:
    """Writes the roster to ``path``, as :func:`~qc_desktop.documents.tables.document.render_table` does."""
    return render_table(roster_settings(), path, title, subtitle, columns, rows, fonts)
