"""What a defect leaves behind: a report file on this PC, never sent anywhere."""

from __future__ import annotations

import platform
import tempfile
import traceback
from pathlib import Path

from qc_desktop import __version__
from qc_desktop.domain.dates import local, now
from qc_desktop.errors import UserError
from qc_desktop.files import ensure_folder, write_atomic


def write_report(folder: Path, error: BaseException) -> Path:
    """Writes what is known about ``error`` into ``folder`` (made when missing); returns the file.

    Where ``folder`` refuses it goes into the system's temporary folder. Raises UserError where that refuses too.
    """
    try:
        return _write(folder, error)
    except UserError:
        return _write(Path(tempfile.gettempdir()), error)


def _write(folder: Path, error: BaseException) -> Path:
    ensure_folder(folder)
    moment = local(now())
    path = folder / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
    head = (
        f"QC Desktop {__version__}\nPython {platform.python_version()}\n{platform.platform()}\n{moment.isoformat()}\n\n"
    )
    write_atomic(path, (head + "".join(traceback.format_exception(error))).encode())
    return path
