"""What is asked at the desk, what is answered, and what was checked in this session."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from qc_desktop.domain.dates import now
from qc_desktop.domain.verification import Verdict
from qc_desktop.errors import UserError
from qc_desktop.services import verification
from qc_desktop.services.answers import Answer
from qc_desktop.services.verification import FILES

if TYPE_CHECKING:
    from qc_desktop.services.office import Office

MOST_CHECKS = 50
_QUOTES = "\"'“”"


@dataclass(frozen=True)
class Found:
    """The answers to ``typed``, or why there is none. ``settled`` is false while somebody is still typing."""

    typed: str
    answers: tuple[Answer, ...]
    problem: UserError | None = None
    settled: bool = True

    @property
    def is_idle(self) -> bool:
        """Whether nothing was found by a text that is perhaps not finished."""
        return not self.settled and self.problem is None and self.answers[0].verdict is Verdict.UNKNOWN


@dataclass(frozen=True)
class Check:
    """One check of this session."""

    at: dt.datetime
    typed: str
    answer: Answer


def tidy(typed: str) -> str:
    """``typed`` without the quotes and the file:// that a copied path brings along."""
    text = typed.strip().strip(_QUOTES).strip()
    if text.startswith("file:"):
        parts = urlsplit(text)
        host = f"//{parts.netloc}" if parts.netloc else ""
        return url2pathname(unquote(host + parts.path))
    return text


def names_file(typed: str) -> bool:
    """Whether ``typed`` is the path of a picture or PDF."""
    return Path(tidy(typed)).suffix.lower() in FILES


def look(office: Office, typed: str, *, settled: bool = True) -> Found:
    """The answers to ``typed``; what the person can mend is an answer too. Called on the reader thread."""
    try:
        return Found(typed, tuple(verification.verify(office, tidy(typed))), settled=settled)
    except UserError as problem:
        return Found(typed, (), problem, settled)


def look_at_picture(office: Office, name: str, png: bytes) -> Found:
    """The answers for a pasted picture, called ``name``. Called on the reader thread."""
    with tempfile.TemporaryDirectory(prefix="qc-") as folder:
        path = Path(folder) / f"{name}.png"
        path.write_bytes(png)
        found = look(office, str(path))
    return Found(name, found.answers, found.problem)


def with_check(checks: tuple[Check, ...], typed: str, answer: Answer) -> tuple[Check, ...]:
    """``checks`` with one more in front; the same answer twice in a row counts once."""
    if checks and checks[0].answer == answer:
        return checks
    return (Check(now(), typed, answer), *checks)[:MOST_CHECKS]
