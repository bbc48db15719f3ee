"""The register, issuing, printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sample

from .stage import Scene, Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def certificate(stage: Stage) -> None:
    """A certificate beside the register."""
    page = stage.go("certificates")
    page.show_register()
    page.register.table.choose_place(3)


def revoking(stage: Stage) -> None:
    """Asking before a certificate is revoked."""
    from qc_desktop.domain.certificates import CertificateState

    certificate(stage)
    stage.rest()
    stage.page.register.split.open_detail()
    stage.page.register.detail.begin_ending(CertificateState.REVOKED, known=True, unlocked=False)


def issue_choose(stage: Stage) -> None:
    """A batch, first step."""
    page = stage.go("certificates")
    page.begin_batch()


def issue_preview(stage: Stage) -> None:
    """A batch, before anything is numbered."""
    issue_choose(stage)
    stage.rest()
    for _ in range(2):
        if stage.page.rooms.batch.step < 2:
            stage.page.rooms.batch.go_on()
            stage.rest()


def issue_passphrase(stage: Stage) -> None:
    """A batch, the last thing asked."""
    issue_preview(stage)
    stage.page.rooms.batch.go_on()


def signed_files(stage: Stage) -> None:
    """Files of one certificate each, to be signed."""
    from qc_desktop.gui.pages.certificates.actions import MANY_FILES
    from qc_desktop.services.document_signing import Way

    make = stage.go("certificates", "make").rooms.make
    stage.rest()
    make.mode.choose(MANY_FILES)
    make.show_signing((Way.OWN, False))


def packages(stage: Stage) -> QWidget:
    """Files to be sent to companies."""
    page = stage.go("certificates", "make")
    page.rooms.make.mode.choose("package")
    made: QWidget = page.rooms.make
    return made


def start_printing(stage: Stage) -> None:
    """Choosing what to print, and where."""
    from qc_desktop.gui.pages.certificates.printing import acts
    from tests.printing.queues import KeepingQueue, system_of

    queue = KeepingQueue(stage.forms.parent, sample.PRINTER)
    acts.print_system = lambda: system_of(queue)
    stage.go("certificates", "print")


def calibration(stage: Stage) -> None:
    """A printer's correction, reckoned from four lengths."""
    start_printing(stage)
    stage.rest()
    page = stage.page
    page.rooms.start.calibrate.click()
    stage.rest()
    for name, length in (("left", "148.9"), ("top", "104.6"), ("across", "250.3"), ("down", "169.9")):
        getattr(page.rooms.calibrating.view.ui, name).setText(length)


def print_desk(stage: Stage) -> None:
    """Print batches and their sheets."""
    page = stage.go("certificates")
    page.show_batches()
    stage.rest()
    page.rooms.printing.table.choose_place(0)


def sending(stage: Stage) -> None:
    """What went out."""
    stage.go("certificates", "sending")


def dispatch_preview(stage: Stage) -> None:
    """A carrier's list before it is noted."""
    page = stage.go("certificates", "sending")
    stage.rest()
    rows = ["证书编号\t快递公司\t快递单号\t寄出日期"]
    rows += [f"QC-2026-315-{place:06}\t示例快递\tSL20260320{place:04}\t2026-03-20" for place in range(6, 14)]
    rows += ["QC-2026-315-009999\t示例快递\tSL202603209999\t2026-03-20", "QC-2026-315-000014\t示例快递\t9.15E+17\t"]
    page.rooms.sending.look_at_text("\n".join(rows))


def reconcile(stage: Stage) -> None:
    """Five counts, and who is missing."""
    stage.go("certificates", "reconcile")


SCENES: dict[str, Scene] = {
    "certificates": certificate,
    "revoking": revoking,
    "issue": issue_choose,
    "issue_preview": issue_preview,
    "issue_passphrase": issue_passphrase,
    "packages": packages,
    "signed_files": signed_files,
    "print": start_printing,
    "calibration": calibration,
    "print_desk": print_desk,
    "sending": sending,
    "dispatch_preview": dispatch_preview,
    "reconcile": reconcile,
}
