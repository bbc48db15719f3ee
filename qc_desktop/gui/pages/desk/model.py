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
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.errors import UserError
from qc_desktop.services import verification
from qc_desktop.services.answers import Answer
from qc_desktop.services.labels import code_check
from qc_desktop.services.verification import FILES

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.office import Office

MOST_CHECKS = 50
_CODE_ASKED = {Reason.CODE_UNKNOWN: "label.code_asked", Reason.CODE_DIFFERS: "label.code_asked_wrong"}
_QUOTES = "\"'“”"


@dataclass(frozen=True)
class Found:
    """The answers to ``typed``, or why there is none. ``settled`` is false while somebody is still typing.

    ``is_code``: no record fits, and it may be a code that was scratched off. ``said`` is what lists show instead of
    ``typed``.
    """

    typed: str
    answers: tuple[Answer, ...]
    problem: UserError | None = None
    settled: bool = True
    is_code: bool = False
    said: str = ""

    @property
    def asked(self) -> str:
        """What lists and the log show of the question."""
        return self.said or self.typed

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
    text = tidy(typed)
    try:
        answers = tuple(verification.verify(office, text))
        is_code = settled and answers[0].reason is Reason.NO_PAYLOAD and _may_be_code(office, text)
        return Found(typed, answers, settled=settled, is_code=is_code)
    except UserError as problem:
        return Found(typed, (), problem, settled)


def _may_be_code(office: Office, text: str) -> bool:
    return code_check.is_alone(text) and code_check.are_there(office)


def of_code(typed: str, code: str, answer: Answer, words: Messages) -> Found:
    """What ``code`` was answered with while ``typed`` stood in the field; never all of it is shown or entered."""
    said = _CODE_ASKED.get(answer.reason, "label.code_asked_right")
    return Found(typed, (answer,), said=words.text(said, shown=code_check.masked(code)))


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
