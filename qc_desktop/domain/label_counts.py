"""How often each label of a batch was counted by the lines of a ledger, of which each tells of a whole stretch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Stretch(NamedTuple):
    """The labels ``first`` to ``last``, each counted ``times`` times."""

    first: int
    last: int
    times: int

    @property
    def size(self) -> int:
        """How many labels it has."""
        return self.last - self.first + 1


def counted(lines: Iterable[Stretch], first: int, last: int) -> Iterator[Stretch]:
    """The labels ``first`` to ``last``, also those that no line tells of, in stretches counted equally often.

    A line with negative ``times`` takes others back.
    """
    steps: defaultdict[int, int] = defaultdict(int)
    for line in lines:
        if line.first <= last and line.last >= first:
            steps[max(line.first, first)] += line.times
            steps[line.last + 1] -= line.times
    begin, times = first, 0
    for place in sorted(place for place, step in steps.items() if step and first < place <= last):
        times += steps.pop(begin, 0)
        yield Stretch(begin, place - 1, times)
        begin = place
    yield Stretch(begin, last, times + steps.get(begin, 0))
