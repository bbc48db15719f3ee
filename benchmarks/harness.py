"""Runs two or more ways in turn (A B A B …), each as a whole process, and prints what they cost."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """One way of doing the work: ``argv`` is a Python command line that prints ``{"items": n, "bytes": n}``.

    ``python`` runs it, which for some peers is one of their own.
    """

    name: str
    argv: tuple[str, ...]
    python: str = sys.executable


@dataclass(frozen=True)
class Sample:
    """One run: user+sys CPU seconds of the whole process, its peak memory, what it made."""

    cpu: float
    peak_mb: float
    items: int
    size: int


def run(way: Way) -> Sample:
    """Runs ``way`` once. Raises RuntimeError where it fails."""
    child = subprocess.Popen([way.python, *way.argv], stdout=subprocess.PIPE)
    assert child.stdout is not None
    made = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.stdout.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{way.name} ended with {child.returncode}")
    result = json.loads(made.splitlines()[-1])
    return Sample(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, result["items"], result.get("bytes", 0))


def can_run(way: Way) -> bool:
    """Whether ``way`` runs here; where it does not, its name and the reason are printed."""
    try:
        done = subprocess.run([way.python, *way.argv], capture_output=True, check=False)
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:] if done.returncode else []
    except OSError as problem:
        done, reason = None, [str(problem)]
    if done is None or done.returncode:
        print(f"  not measured: {way.name} ({reason[0] if reason else 'it failed'})", flush=True)
        return False
    return True


def compare(title: str, ways: Sequence[Way], rounds: int = 3, unit: str = "item") -> dict[str, list[Sample]]:
    """Runs ``ways`` in turn ``rounds`` times and prints a table; the ratio is to the first way's median."""
    samples: dict[str, list[Sample]] = {way.name: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            samples[way.name].append(run(way))
    print(f"\n{title}  (user+sys CPU of whole processes, {rounds} rounds in turn, load {_load()})")
    head = ("way", "items", f"ms/{unit}", "min", "max", "ratio", "peak MB", f"B/{unit}")
    print("  {:34} {:>7} {:>10} {:>9} {:>9} {:>7} {:>8} {:>9}".format(*head))
    base = _median(samples[ways[0].name])
    for way in ways:
        _row(way.name, samples[way.name], base)
    return samples


def _load() -> str:
    """How many processes wanted the machine in the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _each(samples: list[Sample]) -> list[float]:
    return [sample.cpu / sample.items * 1000 for sample in samples]


def _median(samples: list[Sample]) -> float:
    return statistics.median(_each(samples))


def _row(name: str, samples: list[Sample], base: float) -> None:
    costs, last = _each(samples), samples[-1]
    median = statistics.median(costs)
    peak = max(sample.peak_mb for sample in samples)
    figures = f"{median:10.3f} {min(costs):9.3f} {max(costs):9.3f} {median / base:7.1f} {peak:8.0f}"
    print(f"  {name:34} {last.items:7} {figures} {last.size / last.items:9.0f}")


def report(items: int, size: int = 0) -> None:
    """What a measured process prints at its end."""
    print(json.dumps({"items": items, "bytes": size}))
