"""One label as a picture, and whatever stands in its way, while its batch is being thought of. Nothing is numbered."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from qc_desktop.documents.labels.fitting import SYMBOLS
from qc_desktop.documents.labels.rendering import Label, LabelJob, LabelPage, write_labels
from qc_desktop.documents.preview import page_png
from qc_desktop.domain.label_sheets import SheetPreset
from qc_desktop.domain.labels import serial_text
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services import preferences, worded
from qc_desktop.services.labels import agreements, presets
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.labels.layouts import frozen_layout, layout_in_use
from qc_desktop.services.labels.ordering import BatchOrder, check_terms, facts_of, symbol_of
from qc_desktop.services.office import Office
from qc_desktop.services.worded import NONE, Reasons
from qc_desktop.storage.merged import survivor_of
from qc_desktop.storage.tables import Company
from qc_desktop.trust.digits import to_digits

LEAST_DPI = 200.0
_ANY_BATCH, _SIGNED = 88_888, 77
_SAMPLE_HIDDEN = "00000-00000-00000-00000"
SAMPLE_PREFIX = "https://example.org/v/#"
"""Stand in a label that is only looked at: no check finds it genuine."""


@dataclass(frozen=True)
class LabelLook:
    """A label as a PNG (empty where it has no room), and in words what would stop its issue or its print."""

    png: bytes
    problems: tuple[UserError, ...] = ()


def of_order(
    office: Office,
    agreement_id: str,
    order: BatchOrder,
    preset: str,
    dpi: int,
    scale: float,
    reasons: Reasons = NONE,
) -> LabelLook:
    """The label that ``order`` would give on ``preset``, drawn at ``scale`` dots to the inch, at least LEAST_DPI;
    ``reasons`` are those that will be given for its wording."""
    problems = list[UserError]()
    with office.store.reading() as session:
        agreement = agreements.found(session, agreement_id)
        company = session.get_one(Company, survivor_of(session, agreement.company_id)).name
        try:
            check_terms(office, session, agreement, order)
            worded.demand(session, worded.on_label(session, clean(order.product), clean(order.lot)), reasons)
        except UserError as problem:
            problems.append(problem)
    facts = facts_of(
        company, clean(order.product), clean(order.lot), order.valid_until, _ANY_BATCH, max(order.count, 1)
    )
    job = LabelJob(
        layout=layout_in_use(office),
        facts=facts,
        preset=presets.preset(office, preset),
        symbol=SYMBOLS[symbol_of(order)],
        dpi=dpi,
        prefix=preferences.get(office, "verification_prefix") or SAMPLE_PREFIX,
        hidden=order.hidden_codes,
    )
    return _looked_at(job, scale, problems)


def of_batch(office: Office, batch: str, preset: str, dpi: int, *, hidden: bool, scale: float) -> LabelLook:
    """The label of an issued batch as ``preset`` would show it."""
    with office.store.reading() as session:
        job = _issued_job(office, session, batch, preset, dpi, hidden=hidden)
    return _looked_at(job, scale, [])


def _issued_job(office: Office, session: Session, typed: str, preset: str, dpi: int, *, hidden: bool) -> LabelJob:
    batch = batch_of(session, typed)
    return LabelJob(
        layout=frozen_layout(office, session, batch.layout_sha256),
        facts=facts_of(batch.company_name, batch.product, batch.lot, batch.valid_until, batch.number, batch.count),
        preset=presets.preset(office, preset),
        symbol=SYMBOLS[batch.symbol],
        dpi=dpi,
        prefix=batch.link_prefix,
        hidden=hidden,
    )


def _looked_at(job: LabelJob, scale: float, problems: list[UserError]) -> LabelLook:
    try:
        job.cell  # noqa: B018 - what has no room on its own sheet is said, not what has none on the picture
        png = page_png(drawn(job), dpi=max(scale, LEAST_DPI))
    except UserError as problem:
        return LabelLook(b"", (*problems, problem))
    return LabelLook(png, tuple(problems))


def drawn(job: LabelJob) -> bytes:
    """The label alone, on a page of its size."""
    known = job.preset
    alone = SheetPreset(
        known.key, known.width, known.height, 1, 1, known.width, known.height, 0.0, 0.0, known.width, known.height
    )
    label = sample_label(serial_text(_ANY_BATCH, 1), hidden=job.hidden)
    out = io.BytesIO()
    for _ in write_labels(out, replace(job, preset=alone), [LabelPage(1, [1], [label])]):
        pass
    return out.getvalue()


def sample_label(serial: str, *, hidden: bool) -> Label:
    """A label whose code no check finds genuine."""
    return Label(serial, _any_digits(), _SAMPLE_HIDDEN if hidden else "")


def _any_digits() -> str:
    return to_digits(bytes(place * 37 % 251 for place in range(_SIGNED)))
