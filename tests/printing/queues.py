"""A printer that keeps what it is given, and can jam."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from qc_desktop.documents.printing.queue import Abilities, JobState, Printer, PrintOptions
from qc_desktop.documents.printing.registry import PrintSystem
from qc_desktop.errors import UserError


@dataclass
class KeepingQueue:
    """Jobs become files ``NNN.pdf`` in ``out``; ``held`` are in no hurry, ``refuses`` takes nothing."""

    out: Path
    name: str = "示例打印机"
    stands_still: bool = False
    refuses: bool = False
    held: int = 0
    titles: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    has: Abilities = field(default_factory=Abilities)
    options: list[PrintOptions] = field(default_factory=list)

    def abilities(self) -> Abilities:
        return self.has

    def submit(self, pdf: Path, title: str, options: PrintOptions) -> str:
        if self.refuses:
            raise UserError("print.refused", printer=self.name)
        self.out.mkdir(exist_ok=True)
        number = len(list(self.out.glob("*.pdf"))) + 1
        shutil.copyfile(pdf, self.out / f"{number:03}.part")
        (self.out / f"{number:03}.part").rename(self.out / f"{number:03}.pdf")
        self.titles.append(title)
        self.options.append(options)
        return f"{self.name}-{number}"

    def state(self, job: str) -> JobState:
        if self.stands_still:
            return JobState.STOPPED
        if self.held:
            self.held -= 1
            return JobState.PENDING
        return JobState.GONE

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)


def system_of(*queues: KeepingQueue) -> PrintSystem:
    """A print system with ``queues``, the first of them the default."""
    by_name = {queue.name: queue for queue in queues}
    return PrintSystem(
        lambda: [Printer(name, place == 0) for place, name in enumerate(by_name)], lambda name: by_name[name]
    )


def texts(path: Path) -> list[str]:
    """The text of each page of ``path`` without its blanks."""
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def paper(out: Path) -> list[str]:
    """Every page that came out of the printer, in order."""
    return [text for path in sorted(out.glob("*.pdf")) for text in texts(path)]
