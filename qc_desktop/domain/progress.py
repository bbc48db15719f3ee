"""How far a long piece of work is."""

from __future__ import annotations

from collections.abc import Generator
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
