"""The process that is killed: does one thing, and at every marked point waits to be told to go on.

``python -m tests.faults.worker ACTION PROFILE PATH``: prints the name of each point, reads a line, goes on.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qc_desktop.documents.printing.queue import PrintOptions
from qc_desktop.domain.progress import Progress
from qc_desktop.paths import Profile
from qc_desktop.services import backups, demo, vault
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import issuing, numbering, print_batches, print_sending, printing
from qc_desktop.services.companies import importing, planning
from qc_desktop.services.labels import issuing as label_issuing
from qc_desktop.services.labels import printing as label_printing
from qc_desktop.services.office import Office, open_office
from qc_desktop.services.site import folder, publishing
from qc_desktop.storage import backup
from qc_desktop.storage.engine import SPILL_PAGES
from qc_desktop.storage.tables import Company
from tests.faults.labels import LABEL_SHEETS, LABELS, an_agreement
from tests.printing.queues import KeepingQueue
from tests.samples import DAY, STAFF

LARGE = 1_000_000


def mark(point: str) -> None:
    """Says that ``point`` is reached, and waits."""
    print(point, flush=True)
    if not sys.stdin.readline():
        raise SystemExit(3)


def watch(job: Iterable[Progress]) -> None:
    for progress in job:
        mark(f"{progress.step} {progress.done}")


def marked(module: Any, name: str) -> None:
    """Marks the beginning of every call of ``module.name``."""
    inner: Callable[..., Any] = getattr(module, name)

    def outer(*arguments: Any, **named: Any) -> Any:
        mark(name)
        return inner(*arguments, **named)

    setattr(module, name, outer)


def import_list(office: Office, path: Path) -> None:
    importing.EVERY = 10

    def both() -> Iterable[Progress]:
        plan = yield from planning.plan(office, path)
        yield from importing.commit(office, plan)

    watch(both())


def import_in_pieces(office: Office, path: Path) -> None:
    """The broken control: a transaction for every ten rows."""
    for piece in range(3):
        with office.writing("import") as work:
            for place in range(10):
                name = f"示例{piece}{place}"
                work.session.add(Company(name=name, name_key=name, sort_key=name))
        mark(f"piece {piece}")


def change_very_much(office: Office, _path: Path) -> None:
    """One command above what is held in memory: a part of it is in the file before it commits."""
    with office.writing("import") as work:
        for place in range(SPILL_PAGES * 4096 // LARGE + 8):
            work.session.add(Company(name=f"示例{place}", name_key=str(place), sort_key="x" * LARGE))
            work.session.flush()
        mark("spilled")


def issue(office: Office, _path: Path) -> None:
    issuing.EVERY = numbering.EVERY = 4
    opened = vault.unlock(office, demo.PASSPHRASE)
    watch(issuing.issue(office, years.campaign(office).id, opened))


def issue_one_by_one(office: Office, _path: Path) -> None:
    """The broken control: numbers reserved in a transaction of their own."""
    with office.writing("certificates_issue", undoable=False) as work:
        numbering._reserve(work.session, DAY.year, 12)
    mark("reserved")


def print_folder(office: Office, path: Path) -> None:
    watch(printing.print_folder(office, printing.live_numbers(office, years.campaign(office).id), path))


def print_batch(office: Office, path: Path) -> None:
    """A sheet at a time; beside the progress, what is handed over and what is logged are points."""
    queue = KeepingQueue(path)
    marked(queue, "submit")
    marked(print_sending, "log_sheets")
    numbers = printing.live_numbers(office, years.campaign(office).id)
    watch(print_sending.send(office, print_batches.create(office, numbers, queue.name, chunk=1), queue))


def print_unlogged(office: Office, path: Path) -> None:
    """The broken control: everything is handed over, and then logged."""
    queue = KeepingQueue(path)
    numbers = printing.live_numbers(office, years.campaign(office).id)
    print_batches.create(office, numbers, queue.name, chunk=1)
    for number in numbers:
        for _ in printing.sound_file(printing.stock_of(office, [number]), path.with_suffix(".pdf"), True):
            pass
        queue.submit(path.with_suffix(".pdf"), number, PrintOptions())
        mark(f"print {number[-1]}")


def issue_labels(office: Office, _path: Path) -> None:
    watch(label_issuing.issue(office, an_agreement(office), LABELS, vault.unlock(office, demo.PASSPHRASE)))
    mark("issued")


def print_labels(office: Office, path: Path) -> None:
    """A file a sheet; beside the progress, what is checked and what is noted are points."""
    marked(label_printing, "note")
    signer = label_printing.signer_for(office, "1", demo.PASSPHRASE)
    watch(label_printing.print_labels(office, "1", LABEL_SHEETS, path, signer))


def print_labels_in_place(office: Office, path: Path) -> None:
    """The broken control: files under their names while they are written."""

    @contextmanager
    def in_place(file: Path) -> Iterator[Path]:
        yield file

    label_printing.atomic_path = in_place  # type: ignore[assignment]
    print_labels(office, path)


def back_up(office: Office, _path: Path) -> None:
    for name in ("check", "_sha256", "rotate"):
        marked(backup, name)
    backups.make(office)


def restore(office: Office, path: Path) -> None:
    for name in ("create", "check", "_move_aside"):
        marked(backup, name)
    backups.restore(office, path)
    mark("restored")


def publish(office: Office, path: Path) -> None:
    marked(folder, "write_loosely")
    keys = vault.unlock(office, demo.PASSPHRASE)
    watch(publishing.publishing(office, path, lambda: keys))
    mark("published")


def publish_head_first(office: Office, path: Path) -> None:
    """The broken control: what a reader looks at first is written first, and in its place."""
    put, kept = folder.Folder.put, {}

    def at_the_end(target: folder.Folder, name: str, content: bytes) -> None:
        if name.startswith("pledge/"):
            kept[name] = content
        else:
            put(target, name, content)
        if name == "index.html":
            mark("head")
            for late, page in kept.items():
                put(target, late, page)

    folder.Folder.put = at_the_end  # type: ignore[method-assign]
    publish(office, path)


def first_start(_office: Office, path: Path) -> None:
    from qc_desktop.storage import opening, schema

    marked(opening, "upgrade")
    marked(schema, "alembic_config")
    open_office(Profile(path)).close()
    mark("opened")


ACTIONS = {
    action.__name__: action
    for action in (
        import_list,
        import_in_pieces,
        change_very_much,
        issue,
        issue_one_by_one,
        print_folder,
        print_batch,
        print_unlogged,
        issue_labels,
        print_labels,
        print_labels_in_place,
        back_up,
        restore,
        publish,
        publish_head_first,
        first_start,
    )
}

if __name__ == "__main__":
    opened = dataclasses.replace(open_office(Profile(Path(sys.argv[2])), STAFF), fixed_day=DAY)
    ACTIONS[sys.argv[1]](opened, Path(sys.argv[3]))
