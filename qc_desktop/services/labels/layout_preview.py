"""What the layout of labels looks like, on whichever sheet, filled with an invented batch. Nothing is numbered."""

from __future__ import annotations

import io

from qc_desktop.documents.labels.fitting import SYMBOLS
from qc_desktop.documents.labels.layout import LabelLayout
from qc_desktop.documents.labels.print_check import FINEST, refusal, sample_facts
from qc_desktop.documents.labels.rendering import LabelJob, LabelPage, write_labels
from qc_desktop.documents.preview import page_png
from qc_desktop.documents.sheets import DRAFT
from qc_desktop.domain.label_sheets import SheetPreset
from qc_desktop.domain.labels import serial_text
from qc_desktop.errors import UserError
from qc_desktop.services.labels import presets
from qc_desktop.services.labels.previewing import LEAST_DPI, SAMPLE_PREFIX, drawn, sample_label
from qc_desktop.services.office import Office

_ANY_BATCH = 12


def label_png(layout: LabelLayout, preset: SheetPreset, *, hidden: bool, company: str, dpi: float) -> bytes:
    """One label. Raises UserError where it has no room on ``preset``."""
    job = _job(layout, preset, company, hidden=hidden)
    job.cell  # noqa: B018 - what has no room on its own sheet is said, not what has none on the picture
    return page_png(drawn(job), dpi=max(dpi, LEAST_DPI))


def sheet_png(layout: LabelLayout, preset: SheetPreset, dpi: float) -> bytes:
    """A whole sheet. Raises UserError where labels have no room on ``preset``."""
    job, out = _job(layout, preset), io.BytesIO()
    places = range(1, preset.size + 1)
    labels = [sample_label(serial_text(_ANY_BATCH, place), hidden=False) for place in places]
    for _ in write_labels(out, job, [LabelPage(1, places, labels)]):
        pass
    return page_png(out.getvalue(), dpi=dpi)


def without_room(office: Office, layout: LabelLayout, *, hidden: bool, company: str) -> list[UserError]:
    """Why labels have no room, for each of the office's sheets on which they have none."""
    found = (refusal(layout, _facts(layout, company), each, hidden=hidden) for each in presets.everything(office))
    return [problem for problem in found if problem is not None]


def _facts(layout: LabelLayout, company: str) -> dict[str, str]:
    facts = sample_facts(layout)
    return {**facts, "company": company or facts["company"]}


def _job(layout: LabelLayout, preset: SheetPreset, company: str = "", *, hidden: bool = False) -> LabelJob:
    facts = _facts(layout, company)
    return LabelJob(layout, facts, preset, SYMBOLS["7-M"], FINEST, SAMPLE_PREFIX, hidden, mark=DRAFT)
