"""A queue that lays every page on its paper and corrects it for its tray, just before the printer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qc_desktop.documents.printing.imposed import imposed
from qc_desktop.documents.printing.queue import Abilities, JobState, PrintOptions, PrintQueue, demand
from qc_desktop.documents.staging import not_written
from qc_desktop.domain.calibration import Calibration, paper_of
from qc_desktop.errors import UserError

Corrections = Callable[[str, str], Calibration]
"""The correction of a tray for the paper ``PAPERS`` names."""

_MM = 25.4 / 72


@dataclass(frozen=True)
class CalibratedQueue:
    """``inner`` with every page corrected; a page of no known paper, or without a correction, stays as it is."""

    inner: PrintQueue
    corrections: Corrections

    @property
    def name(self) -> str:
        """The printer's name."""
        return self.inner.name

    def abilities(self) -> Abilities:
        """As the printer says."""
        return self.inner.abilities()

    def submit(self, pdf: Path, title: str, options: PrintOptions) -> str:
        """Hands the pages over, on their paper and corrected. Raises UserError, also where paper or tray is missing."""
        demand(self.name, self.inner.abilities(), options)
        try:
            with tempfile.TemporaryDirectory(prefix="qc-print-") as place:
                sheets, path = Path(place) / "sheets.pdf", Path(place) / "corrected.pdf"
                laid = sheets if imposed(pdf, sheets, options.placing) else pdf
                moved = corrected(laid, path, lambda paper: self.corrections(options.tray, paper))
                return self.inner.submit(path if moved else laid, title, options)
        except OSError as problem:
            raise not_written(pdf, problem) from problem

    def state(self, job: str) -> JobState:
        """As the printer says."""
        return self.inner.state(job)

    def cancel(self, job: str) -> None:
        """As the printer does it."""
        self.inner.cancel(job)


def corrected(pdf: Path, path: Path, correction: Callable[[str], Calibration]) -> int:
    """Writes the pages of ``pdf`` to ``path``, each within its paper's correction; returns how many were changed.

    Where none is, nothing is written. The drawing itself stays as it was: only what stands around it is added, so a
    label that is not scaled keeps its dots. Raises UserError where ``pdf`` is none, OSError where there is no room.
    """
    import pikepdf

    try:
        with pikepdf.open(pdf) as opened:
            changed = sum(_correct(page, correction) for page in opened.pages)
            if changed:
                opened.save(path)
            return changed
    except pikepdf.PdfError as problem:
        raise UserError("pagecheck.not_readable", name=pdf.name) from problem


def _correct(page: Any, correction: Callable[[str], Calibration]) -> bool:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    sheet = paper_of((right - left) * _MM, (top - bottom) * _MM)
    wanted = correction(sheet.id) if sheet else Calibration()
    if wanted.is_none:
        return False
    matrix = " ".join(f"{value:.5f}" for value in wanted.matrix(top - bottom))
    page.contents_add(f"q {matrix} cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    return True
