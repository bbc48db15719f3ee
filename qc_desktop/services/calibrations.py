"""The corrections of this PC's printers: remembered with the PC, because printers belong to one."""

from __future__ import annotations

import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qc_desktop.documents.printing.calibrated import CalibratedQueue
from qc_desktop.documents.printing.queue import PrintOptions, PrintQueue, tray_words
from qc_desktop.documents.printing.registry import PrintSystem, chosen
from qc_desktop.domain.calibration import Calibration, Measured, Paper, correction, paper
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path
from qc_desktop.messages import Messages
from qc_desktop.paths import Profile
from qc_desktop.services import preferences
from qc_desktop.services.office import Office

REMEMBERED = "calibrations"


@dataclass(frozen=True)
class Corrected:
    """A tray (empty: the printer's own choice) and what is done for one paper in it."""

    printer: str
    tray: str
    paper: str
    calibration: Calibration


@dataclass(frozen=True)
class Known:
    """All corrections, and how many entries of this PC's file were nonsense and count for nothing."""

    rows: tuple[Corrected, ...]
    ignored: int = 0

    def of(self, printer: str, tray: str, paper_id: str) -> Calibration:
        """The correction of a tray for a paper; none where nobody measured it."""
        wanted = (printer, tray, paper_id)
        found = (row.calibration for row in self.rows if (row.printer, row.tray, row.paper) == wanted)
        return next(found, Calibration())


def known(profile: Profile) -> Known:
    """What this PC remembers. Nothing is raised: a file that somebody spoiled must not stop the printing."""
    stored = preferences.remembered_value(profile, REMEMBERED)
    if stored is None:
        return Known(())
    if not isinstance(stored, list):
        return Known((), 1)
    rows = [_row(entry) for entry in stored]
    good = tuple(row for row in rows if row is not None)
    return Known(good, len(rows) - len(good))


def _row(entry: Any) -> Corrected | None:
    try:
        x_mm, y_mm = float(entry["x_mm"]), float(entry["y_mm"])
        made = Calibration(x_mm, y_mm, int(entry["x_scale"]), int(entry["y_scale"]))
        return Corrected(str(entry["printer"]), str(entry["tray"]), paper(str(entry["paper"])).id, made)
    except (KeyError, TypeError, ValueError, OverflowError, UserError):
        return None


def remember(profile: Profile, printer: str, tray: str, paper_id: str, calibration: Calibration) -> None:
    """Keeps the correction; one that changes nothing is forgotten, and so is what was nonsense."""
    key = (printer, tray, paper(paper_id).id)
    others = [row for row in known(profile).rows if (row.printer, row.tray, row.paper) != key]
    rows = others if calibration.is_none else [*others, Corrected(*key, calibration)]
    flat = [{"printer": row.printer, "tray": row.tray, "paper": row.paper, **asdict(row.calibration)} for row in rows]
    preferences.remember_on_pc(profile, {REMEMBERED: flat})


def measure(profile: Profile, printer: str, tray: str, paper_id: str, read: Measured) -> Calibration:
    """The correction that follows from what was ``read`` on a ruler printed with the present one; nothing is kept.

    Raises UserError for a reading that cannot be right.
    """
    return correction(paper(paper_id), read, known(profile).of(printer, tray, paper_id))


def queue(profile: Profile, system: PrintSystem, wanted: str = "") -> PrintQueue:
    """The queue of ``wanted``, else of the printer used last, with its corrections. Raises UserError as ``chosen``."""
    plain = chosen(system, wanted, preferences.remembered(profile, preferences.PRINTER))
    corrections = known(profile)
    return CalibratedQueue(plain, lambda tray, paper_id: corrections.of(plain.name, tray, paper_id))


def print_ruler(office: Office, to: PrintQueue, tray: str, sheet: Paper) -> str:
    """Prints the ruler page of ``sheet`` with the present correction; returns the job's id. Raises UserError."""
    from qc_desktop.documents.types.ruler_page import ruler_page

    applied = known(office.profile).of(to.name, tray, sheet.id)
    with tempfile.TemporaryDirectory(prefix="qc-print-") as place:
        path = Path(place) / "ruler.pdf"
        path.write_bytes(ruler_page(sheet, to.name, tray_words(tray), office.today, applied))
        return to.submit(path, f"标尺页 {to.name}", PrintOptions(media=sheet.media, tray=tray))


def write_ruler(office: Office, path: Path, printer: str, tray: str, sheet: Paper) -> Path:
    """The same page as a file, for a printer that another PC has; what it says of the correction is none."""
    from qc_desktop.documents.types.ruler_page import ruler_page

    with atomic_path(path) as part:
        part.write_bytes(ruler_page(sheet, printer, tray_words(tray), office.today, Calibration()))
    return path


def in_words(made: Calibration, words: Messages) -> str:
    """What is done to a page, as the reader's language says it."""
    if made.is_none:
        return words.text("calibration.none")
    moved = {
        "x_way": words.text("calibration.left" if made.x_mm < 0 else "calibration.right"),
        "y_way": words.text("calibration.up" if made.y_mm < 0 else "calibration.down"),
    }
    across, down = made.percent
    sizes = {"x": f"{abs(made.x_mm):g}", "y": f"{abs(made.y_mm):g}", "across": f"{across:g}", "down": f"{down:g}"}
    return words.text("calibration.told", **moved, **sizes)
