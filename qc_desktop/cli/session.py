"""What every command shares: the profile, the language, the person acting, and how results are said."""

from __future__ import annotations

import dataclasses
import datetime as dt
import getpass
import json
import os
import sys
import time
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import typer

from qc_desktop.domain.findings import Finding
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages, messages
from qc_desktop.paths import Profile
from qc_desktop.services.office import Office, open_office

T = TypeVar("T")
PASSPHRASE, FILE_PASSWORD = "QC_PASSPHRASE", "QC_FILE_PASSWORD"


@dataclass
class Session:
    """One run of the command line."""

    profile: Profile
    lang: str
    staff: str
    as_json: bool

    @property
    def words(self) -> Messages:
        """The sentences in the language of this run."""
        return messages(self.lang)

    @contextmanager
    def office(self) -> Generator[Office, None, None]:
        """The opened records, closed again at the end."""
        opened = open_office(self.profile, self.staff)
        try:
            yield opened
        finally:
            opened.close()

    def say(self, code: str, **params: object) -> str:
        """The sentence ``cli.CODE``."""
        return self.words.text(f"cli.{code}", **params)

    def show(self, result: Mapping[str, Any] | list[Any], lines: Iterable[str] = ()) -> None:
        """Prints ``result`` as JSON where that was asked for, else ``lines``."""
        if self.as_json:
            typer.echo(json.dumps(plain(result), ensure_ascii=False, indent=1))
        else:
            for line in lines:
                typer.echo(line)

    def remark(self, sentence: str) -> None:
        """Says ``sentence`` on stderr."""
        typer.echo(sentence, err=True)

    def watch(self, job: Job[T]) -> T:
        """Runs ``job`` to its end and shows its progress on stderr; an interrupt closes it cleanly."""
        meter = Meter(self.words)
        with closing(job):
            while True:
                try:
                    meter.show(next(job))
                except StopIteration as stop:
                    meter.end()
                    result: T = stop.value
                    return result

    def passphrase(self, *, fresh: bool = False) -> str:
        """The issuing passphrase: from QC_PASSPHRASE, else asked for (twice for a fresh one).

        Raises UserError where there is nobody to ask or the two differ.
        """
        given = os.environ.get(PASSPHRASE)
        if given is not None:
            return given
        if not sys.stdin.isatty():
            raise UserError("keys.passphrase_needed")
        typed = getpass.getpass(self.say("passphrase"))
        if fresh and getpass.getpass(self.say("passphrase_again")) != typed:
            raise UserError("keys.passphrase_differs")
        return typed

    def file_password(self) -> str:
        """The password of a certificate file: from QC_FILE_PASSWORD, else asked for, never on the command line.

        Raises UserError where there is nobody to ask.
        """
        given = os.environ.get(FILE_PASSWORD)
        if given is not None:
            return given
        if not sys.stdin.isatty():
            raise UserError("pdf_signature.password_needed", variable=FILE_PASSWORD)
        return getpass.getpass(self.say("file_password"))

    def refusal(self, problem: UserError) -> dict[str, Any]:
        """``problem`` as results hold it."""
        return refusal(problem.code, told(self.words, problem))

    def finding(self, found: Finding, row: int | None = None, column: str = "") -> dict[str, Any]:
        """``found`` as results list it."""
        what = {"code": found.code, "severity": found.severity, "column": column or found.field}
        about = {**what, "value": found.value, "reason": self.words.of(found)}
        return about if row is None else {"row": row, **about}


_COMMANDS = {
    **dict.fromkeys(("fonts.lost", "fonts.changed", "fonts.same_font"), "command_font_replace"),
    **dict.fromkeys(("ledger.rolled_back", "ledger.forked"), "command_ledger_override"),
}
"""Commands that mend what a sentence sends to the window for."""


def told(words: Messages, problem: UserError) -> str:
    """The sentence of ``problem``, and the command that mends it where there is one."""
    command = _COMMANDS.get(problem.code)
    said = words.of(problem)
    return f"{said} {words.text(f'cli.{command}', **problem.params)}" if command else said


class StoppedError(UserError):
    """The person stopped it; what stands by then."""


def end_with(left_out: int) -> None:
    """Ends with status 1 where so many rows, files or companies could not be taken; the others were, and it is said."""
    if left_out:
        raise typer.Exit(1)


def refusal(code: str, message: str) -> dict[str, Any]:
    """Why nothing came of a command, as ``--json`` prints it."""
    return {"error": {"code": code, "message": message}}


def back_up(run: Session, office: Office, kind: str) -> None:
    """Makes the backup behind an ``issue`` or a ``publish``; where that fails it is remarked: what was done stands."""
    from qc_desktop.services import backups

    problem = run.watch(backups.behind(office, kind))
    if problem is not None:
        run.remark(run.words.of(problem))


class Meter:
    """Progress with the time left: one line that is rewritten on a terminal, a line a step elsewhere."""

    QUIET_SECONDS = 1.0
    BETWEEN_SECONDS = 0.1

    def __init__(self, words: Messages) -> None:
        self._words = words
        self._terminal = sys.stderr.isatty()
        self._step = ""
        self._began = self._last = time.monotonic()

    def show(self, progress: Progress) -> None:
        """Says how far ``progress`` is, at most ten times a second."""
        now = time.monotonic()
        if progress.step != self._step:
            self._step, self._began = progress.step, now
        if now - self._last < self.BETWEEN_SECONDS and progress.done < progress.total:
            return
        self._last = now
        if self._terminal:
            typer.echo(f"\r\x1b[K{self._line(progress, now)}", err=True, nl=False)
        elif progress.done == progress.total:
            typer.echo(self._line(progress, now), err=True)

    def _line(self, progress: Progress, now: float) -> str:
        text = f"{self._words.text(f'step.{progress.step}')} {progress.done:,}/{progress.total:,}"
        gone = now - self._began
        if 0 < progress.done < progress.total and gone > self.QUIET_SECONDS:
            left = gone / progress.done * (progress.total - progress.done)
            text += "  " + self._words.text("cli.time_left", seconds=round(left))
        return text

    def end(self) -> None:
        """Leaves the line."""
        if self._terminal and self._step:
            typer.echo("", err=True)


def plain(value: Any) -> Any:
    """``value`` as JSON can hold it: dataclasses, enums, days and paths in their plain forms."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value


def session(context: typer.Context) -> Session:
    """The session of this run."""
    found = context.find_object(Session)
    assert found is not None
    return found
