"""A print run of labels cut into files, so that any number of them needs the same memory and can be taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset, free_positions, sheets

SHEETS_A_FILE = 250
MOST_SHEETS_A_FILE = 1000


@dataclass(frozen=True)
class LabelFile:
    """The labels ``first`` to ``last`` on sheets of which the first may be part-used."""

    first: int
    last: int
    memory: SheetMemory

    @property
    def count(self) -> int:
        """How many labels it has."""
        return self.last - self.first + 1

    def pages(self, preset: SheetPreset) -> Iterator[tuple[list[int], range]]:
        """Positions and label numbers of each sheet."""
        index = self.first
        for positions in sheets(preset, self.memory, self.count):
            yield positions, range(index, index + len(positions))
            index += len(positions)


def cut(preset: SheetPreset, memory: SheetMemory, first: int, last: int, sheets_a_file: int) -> Iterator[LabelFile]:
    """The labels ``first`` to ``last`` in files of at most ``sheets_a_file`` sheets, the first on a part-used sheet."""
    room = len(free_positions(preset, memory)) + (sheets_a_file - 1) * preset.size
    while first <= last:
        end = min(last, first + room - 1)
        yield LabelFile(first, end, memory)
        first, memory, room = end + 1, SheetMemory(), sheets_a_file * preset.size
