"""试打: one page on a printer, marked 样张, to see how it comes out. It counts as no copy."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qc_desktop.documents.printing.queue import PrintOptions, PrintQueue
from qc_desktop.documents.sheets import SPECIMEN
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.printing import TRIAL_COPY, Placing
from qc_desktop.domain.progress import Job
from qc_desktop.errors import UserError
from qc_desktop.services.certificates.printing import sound_file, stock_of
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import PrintLog


def trial(office: Office, number: str, queue: PrintQueue, options: PrintOptions | None = None) -> Job[str]:
    """Prints certificate ``number`` with the mark across it; returns the job's id.

    Raises UserError as printing does, and where the page fails its check.
    """
    options = options or PrintOptions()
    stock = stock_of(office, [number])
    marked = stock.on_paper(on_stock=options.placing is Placing.ON_STOCK, mark=SPECIMEN)
    with tempfile.TemporaryDirectory(prefix="qc-print-") as place:
        path = Path(place) / "trial.pdf"
        sound, _ = yield from sound_file(marked, path, checked=True)
        if not sound:
            raise UserError("print.trial_withheld")
        job = queue.submit(path, f"试打 {number}", options)
    with office.writing("print_trial", undoable=False, number=number, printer=queue.name) as work:
        about = {"count": 1, "trial": True, "checked": True, "printer": queue.name}
        work.session.add(
            PrintLog(
                certificate_id=stock.ids[number],
                copy=TRIAL_COPY,
                at=work.command.at,
                staff=work.author.staff,
                checked=True,
            )
        )
        work.register(EventKind.CERTIFICATE_RENDERED, number, about)
    return job
