"""What the page has done on other threads; what draws and prints is imported there, not with the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.certificates.printing import acts as printers
from qc_desktop.gui.pages.certificates.printing.papers import tray_choices
from qc_desktop.services import backups, keys, worded
from qc_desktop.services.labels import agreements, presets
from qc_desktop.services.labels.agreements import AgreementFilter
from qc_desktop.services.worded import Known

if TYPE_CHECKING:
    from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset
    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.labels.agreements import AgreementRow
    from qc_desktop.services.labels.batches import BatchRow
    from qc_desktop.services.labels.ordering import BatchOrder
    from qc_desktop.services.labels.printing import PrintedLabels
    from qc_desktop.services.labels.runs import PrintOrder
    from qc_desktop.services.labels.sending import SentLabels
    from qc_desktop.services.worded import Reasons
    from qc_desktop.trust.keys import Signer

MOST_AGREEMENTS, MOST_FOUND = 500, 50
PRESET, FOLDER, TRAY = "label_preset", "label_folder", "label_tray"
"""Under which this PC remembers what was used last."""


@dataclass(frozen=True)
class Look:
    """A label ready to be shown, what stands in its way, and the sheets on which it would have room instead."""

    image: QImage
    problems: tuple[UserError, ...]
    roomier: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ground:
    """What a new batch begins with: agreements, sheets, the sheet used last, and how it stands with the passphrase.

    ``wording`` are the reasons for wording; ``more`` says that there are agreements beside these, which have to be
    sought.
    """

    agreements: tuple[AgreementRow, ...]
    presets: tuple[SheetPreset, ...]
    preset: str
    known: bool
    unlocked: bool
    more: bool = False
    wording: Known = field(default_factory=Known)


def ground(desk: Desk) -> Ground:
    """Everything asked before a batch is thought of: the agreements under which one can be issued today."""
    from qc_desktop.domain.labels import AgreementState
    from qc_desktop.services import preferences

    office = desk.office
    wanted = AgreementFilter("", "", (AgreementState.IN_FORCE.value,), office.today)
    found = agreements.page(office, wanted, 0, MOST_AGREEMENTS + 1)
    return Ground(
        tuple(found[:MOST_AGREEMENTS]),
        tuple(presets.everything(office)),
        preferences.remembered(office.profile, PRESET),
        keys.is_set_up(office),
        desk.keys is not None,
        len(found) > MOST_AGREEMENTS,
        worded.known(office),
    )


def agreements_like(desk: Desk, typed: str) -> list[AgreementRow]:
    """Agreements under which labels can be issued today, found by part of their number or by their company."""
    from qc_desktop.domain.labels import AgreementState

    wanted = AgreementFilter("", typed, (AgreementState.IN_FORCE.value,), desk.office.today)
    return agreements.page(desk.office, wanted, 0, MOST_FOUND)


def order_look(
    desk: Desk, agreement_id: str, order: BatchOrder, reasons: Reasons, preset: str, dpi: int, scale: float
) -> Look:
    """The label that an order would give."""
    from qc_desktop.services.labels import previewing

    look = previewing.of_order(desk.office, agreement_id, order, preset, dpi, scale, reasons)
    roomier = _roomier(desk, agreement_id, order) if look.problems else ()
    return Look(QImage.fromData(look.png) if look.png else QImage(), look.problems, roomier)


def _roomier(desk: Desk, agreement_id: str, order: BatchOrder) -> tuple[str, ...]:
    """The sheets on which the label of an order has room; none where something else is in its way."""
    from qc_desktop.services.labels import ordering, presets

    try:
        keys = ordering.preflight(desk.office, agreement_id, order)
    except UserError:
        return ()
    return tuple(presets.preset(desk.office, key).called for key in keys)


def batch_look(desk: Desk, batch: str, preset: str, dpi: int, *, hidden: bool, scale: float) -> Look:
    """The label of an issued batch."""
    from qc_desktop.services.labels import previewing

    look = previewing.of_batch(desk.office, batch, preset, dpi, hidden=hidden, scale=scale)
    return Look(QImage.fromData(look.png) if look.png else QImage(), look.problems)


def issue(
    desk: Desk, agreement_id: str, order: BatchOrder, reasons: Reasons, preset: str, passphrase: str
) -> Job[BatchRow]:
    """Unlocks the key if need be and issues the batch, all of it or nothing."""
    from qc_desktop.services.labels import issuing

    opened = desk.keys or desk.unlock(passphrase)
    row = yield from issuing.issue(desk.office, agreement_id, order, opened, preset, reasons)
    desk.remember(**{PRESET: preset})
    return row


def back_up(desk: Desk) -> Job[UserError | None]:
    """A copy of the records behind an issue."""
    return (yield from backups.behind(desk.office, "issue"))


@dataclass(frozen=True)
class PrintGround:
    """What printing a batch begins with; ``unprinted`` is the first stretch that is not on paper, None for none."""

    batch: str
    row: BatchRow
    presets: tuple[SheetPreset, ...]
    preset: str
    memory: Mapping[str, SheetMemory]
    printed: tuple[tuple[int, int], ...]
    unprinted: tuple[int, int] | None
    unlocked: bool

    def is_printed(self, span: tuple[int, int]) -> bool:
        """Whether some of the labels of ``span`` were printed before."""
        return any(first <= span[1] and last >= span[0] for first, last in self.printed)


def print_ground(desk: Desk, batch: str) -> PrintGround:
    """Everything asked before a batch is printed."""
    from qc_desktop.services import preferences
    from qc_desktop.services.labels import batches, printed, printing

    office, opened = desk.office, desk.keys
    known = presets.everything(office)
    return PrintGround(
        batch=batch,
        row=batches.row(office, batch),
        presets=tuple(known),
        preset=preferences.remembered(office.profile, PRESET),
        memory={preset.key: presets.memory(office, preset) for preset in known},
        printed=printed.stretches(office, batch),
        unprinted=printed.unprinted(office, batch),
        unlocked=opened is not None and printing.is_key_of(office, batch, opened.payload),
    )


def make_files(desk: Desk, batch: str, order: PrintOrder, folder: Path, passphrase: str) -> Job[PrintedLabels]:
    """Writes the files into ``folder``, and remembers where and on which sheet."""
    from qc_desktop.services.labels import printing

    signer = _signer(desk, batch, passphrase)
    desk.remember(**{PRESET: order.preset, FOLDER: str(folder)})
    return (yield from printing.print_labels(desk.office, batch, order, folder, signer))


def send(desk: Desk, batch: str, order: PrintOrder, printer: str, tray: str, passphrase: str) -> Job[SentLabels]:
    """Prints on ``printer``, and remembers it."""
    from qc_desktop.services.labels import sending

    signer = _signer(desk, batch, passphrase)
    desk.remember(**{PRESET: order.preset, TRAY: tray})
    return (yield from sending.send_labels(desk.office, batch, order, printers.queue(desk, printer), signer, tray))


def trial(desk: Desk, batch: str, order: PrintOrder, printer: str, tray: str) -> Job[str]:
    """Prints a sheet of samples on ``printer``, and remembers it."""
    from qc_desktop.services.labels.trial import trial_sheet

    desk.remember(**{PRESET: order.preset, TRAY: tray})
    return (yield from trial_sheet(desk.office, batch, order, printers.queue(desk, printer), tray))


def after_stop(desk: Desk, batch: str, order: PrintOrder) -> int:
    """How many labels of ``order`` are in whole files, now that it was stopped."""
    from qc_desktop.services.labels import printed

    left = printed.unprinted(desk.office, batch)
    if left is None or order.first is None or order.last is None:
        return 0
    return left[0] - order.first if order.first < left[0] <= order.last else 0


def _signer(desk: Desk, batch: str, passphrase: str) -> Signer:
    """The key of the batch; that of today stays unlocked where it is the one."""
    from qc_desktop.services.labels import printing

    signer = (desk.keys or desk.unlock(passphrase)).payload
    return (
        signer
        if printing.is_key_of(desk.office, batch, signer)
        else printing.signer_for(desk.office, batch, passphrase)
    )


def trays(desk: Desk, printer: str) -> tuple[list[tuple[str, str]], str] | UserError:
    """The trays of ``printer``, and the one used for labels last; where it does not answer, why."""
    from qc_desktop.services import preferences

    try:
        has = printers.queue(desk, printer).abilities()
    except UserError as problem:
        return problem
    return tray_choices(has), preferences.remembered(desk.office.profile, TRAY)
