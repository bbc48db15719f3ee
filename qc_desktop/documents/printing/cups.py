"""Printing through CUPS by its own commands (lp, lpstat, cancel): no library, no shell, none of their words shown."""

from __future__ import annotations

import logging
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qc_desktop.documents.printing.queue import Abilities, JobState, Printer, PrintOptions
from qc_desktop.errors import UserError

SECONDS = 20.0
"""How long a command may take: a server that does not answer is said to be silent, not waited for."""

_LOG = logging.getLogger(__name__)
_SAID = (
    ("does not exist", "print.refused_gone"),
    ("Invalid destination", "print.refused_gone"),
    ("not accepting", "print.refused_closed"),
)
"""What CUPS says in its own words, and our sentence for it."""
_TRAYS = ("InputSlot", "media-source")
_PAPERS = ("PageSize", "media", "PageRegion")
"""The options of CUPS that name trays and papers: a driver's, or those of a printer that needs none."""
_JOB = re.compile(r"request id is (\S+-\d+)")
_PAPER = re.compile(r"(?:iso_)?(a\d)(?:_\d+x\d+mm|\.\w+)?$", re.IGNORECASE)
_DEFAULT = re.compile(r"system default destination: (\S+)")


def printers() -> list[Printer]:
    """The printers that CUPS knows, the default first. Raises UserError where CUPS is missing or silent."""
    found = _run("lpstat", "-e")
    if found.returncode or not (found.stdout.strip() or "is running" in _run("lpstat", "-r").stdout):
        raise UserError("print.no_server")
    told = _DEFAULT.search(_run("lpstat", "-d").stdout)
    default = told[1] if told else ""
    names = sorted(set(found.stdout.split()), key=lambda name: (name != default, name))
    return [Printer(name, name == default) for name in names]


@dataclass(frozen=True)
class CupsQueue:
    """The queue of the printer ``name``."""

    name: str

    def abilities(self) -> Abilities:
        """What ``lpoptions -l`` lists; a queue without a driver lists nothing. Raises UserError."""
        listed = dict(_options(_run("lpoptions", "-p", self.name, "-l").stdout))
        papers = next((listed[name][1] for name in _PAPERS if name in listed), ())
        slot = next((name for name in _TRAYS if name in listed), "")
        trays = listed[slot][1] if slot else ()
        return Abilities(
            tuple(_plain_paper(name) for name in papers), tuple((f"{slot}={name}", name) for name in trays)
        )

    def submit(self, pdf: Path, title: str, options: PrintOptions) -> str:
        """Hands the pages over, unscaled; CUPS keeps a copy of the file. Raises UserError."""
        settings = [f"media={options.media}", f"sides={options.sides}", "print-scaling=none"]
        settings += [options.tray] if options.tray else []
        chosen = [part for setting in settings for part in ("-o", setting)]
        done = _run("lp", "-d", self.name, "-t", title, *chosen, "--", str(pdf))
        job = _JOB.search(done.stdout)
        if done.returncode or job is None:
            raise _refusal(self.name, done)
        return job[1]

    def state(self, job: str) -> JobState:
        """Whether ``job`` still waits, and whether the printer stands still meanwhile. Raises UserError."""
        waiting = _run("lpstat", "-W", "not-completed", "-o", self.name)
        if waiting.returncode:
            raise _refusal(self.name, waiting)
        if job not in (line.split()[0] for line in waiting.stdout.splitlines() if line.strip()):
            return JobState.GONE
        about = _run("lpstat", "-p", self.name).stdout
        return JobState.STOPPED if f"printer {self.name} disabled" in about else JobState.PENDING

    def cancel(self, job: str) -> None:
        """Takes ``job`` back. Raises UserError where the server is gone."""
        done = _run("cancel", job)
        if done.returncode and self.state(job) is not JobState.GONE:
            raise _refusal(self.name, done)


def _options(listed: str) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """``InputSlot/Media Source: *Auto Tray1`` as a name, its words and its choices; the chosen one has no star left."""
    for line in listed.splitlines():
        head, colon, choices = line.partition(":")
        name, _, words = head.partition("/")
        if colon and name.strip():
            yield name.strip(), (words.strip(), tuple(choice.lstrip("*") for choice in choices.split()))


def _plain_paper(name: str) -> str:
    """``A4.Borderless`` and ``iso_a4_210x297mm`` are A4."""
    found = _PAPER.match(name)
    return found[1].upper() if found else name


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    """Runs one of CUPS's commands; its words come untranslated. Raises UserError where it is missing or silent."""
    try:
        return subprocess.run(
            command,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError as missing:
        raise UserError("print.no_cups", command=command[0]) from missing
    except subprocess.TimeoutExpired as silent:
        raise UserError("print.no_answer", seconds=round(SECONDS)) from silent


def _refusal(printer: str, done: subprocess.CompletedProcess[str]) -> UserError:
    """What to tell where a command of CUPS failed; its own English words are only logged."""
    said = (done.stderr or done.stdout).strip()
    _LOG.info("%s: %s", done.args[0], said or done.returncode)
    code = next((code for part, code in _SAID if part in said), "print.refused")
    return UserError(code, printer=printer)
