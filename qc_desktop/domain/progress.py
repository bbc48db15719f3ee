"""How far a long piece of work is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` items of the step named ``step`` (a message code below ``step.``)."""

    step: str
    done: int
    total: int


T = TypeVar("T")

Job = Generator[Progress, None, T]
"""A long use case: yields progress between items, returns its result; closing it cancels it cleanly."""


def finish(job: Job[T]) -> T:
    """Runs ``job`` to its end without watching it."""
    while True:
        try:
            next(job)
        except StopIteration as stop:
            result: T = stop.value
            return result


def within(job: Job[T], before: int, total: int) -> Job[T]:
    """``job`` as a part of a longer piece of work: its items follow ``before`` others, of ``total``."""
    with closing(job):
        while True:
            try:
                progress = next(job)
            except StopIteration as stop:
                result: T = stop.value
                return result
            yield Progress(progress.step, before + progress.done, total)


Tell = Callable[[float], None]
"""Says how far a piece of work is, from 0 to 1. Raises BrokenOff where it shall not go on."""


class BrokenOff(Exception):  # noqa: N818 - an outcome, not an error
    """Who was told does not wait for the rest."""


def untold(_part: float) -> None:
    """For work that nobody watches."""


def stretch(tell: Tell, begin: float, end: float) -> Tell:
    """For a part of a piece of work: what it tells of itself lies between ``begin`` and ``end`` of the whole."""
    return lambda part: tell(begin + (end - begin) * part)
