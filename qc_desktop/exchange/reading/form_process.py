"""One process for many returned forms, killed at the one that takes too long; another goes on with the next."""

from __future__ import annotations

import atexit
import json
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading import form_worker
from qc_desktop.exchange.reading.workbooks import untagged

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import IO

_BOOT = "import sys; sys.path[:] = {!a}; from qc_desktop.exchange.reading.form_worker import main; main()"
_GRACE_SECONDS, _START_SECONDS = 0.5, 10.0
"""How long a process may take to end by itself, and to start on a slow PC."""


class Worker(Protocol):
    """A process that answers questions."""

    def ask(self, question: bytes, seconds: float) -> bytes | None:
        """The answer; None where none came in time, nothing (``b""``) where the process ended."""
        ...

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        ...


class FormProcess:
    """Asks about files one by one, each within ``seconds`` and ``memory`` bytes; a context manager."""

    def __init__(self, seconds: float = limits.FORM_SECONDS, memory: int = limits.PARSE_MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._worker: Worker | None = None

    def __enter__(self) -> FormProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        self._end()

    def ask(self, path: Path, member: str | None = "") -> dict[str, Any]:
        """What :func:`~qc_desktop.exchange.reading.form_worker.answer_to` says of a file.

        Raises UserError ``exchange.*`` or ``returns.*`` where it is not read.
        """
        patience = self._seconds
        if self._worker is None:
            self._worker = _start(self._memory, self._seconds)
            patience += _START_SECONDS
        question = json.dumps({"path": str(path), "member": member}).encode()
        answer = self._worker.ask(question, patience)
        if not answer:
            self._end()
            if answer is None:
                raise UserError("exchange.too_slow", path=path, seconds=round(self._seconds))
            raise UserError("exchange.damaged", path=path)
        parsed: dict[str, Any] = json.loads(answer, object_hook=untagged)
        if "refused" in parsed:
            raise UserError(parsed["refused"], path=path, **parsed["params"])
        return parsed

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


def _start(memory: int, seconds: float) -> Worker:
    return Frozen(memory, seconds) if getattr(sys, "frozen", False) else Interpreter(memory, seconds)


class Interpreter:
    """A bare interpreter, which starts in a third of the time that multiprocessing takes."""

    def __init__(self, memory: int, seconds: float) -> None:
        argv = [sys.executable, "-I", "-S", "-c", _BOOT.format(sys.path), json.dumps([memory, seconds])]
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=hidden)
        atexit.register(self._process.kill)
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._listener.start()

    def ask(self, question: bytes, seconds: float) -> bytes | None:
        """See :class:`Worker`."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(question + b"\n")
            self._process.stdin.flush()
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            return None
        except OSError:  # it is gone
            return b""

    def end(self) -> None:
        """See :class:`Worker`."""
        self._process.kill()
        self._listener.join()
        with suppress(OSError):  # what was not sent to it any more
            self._process.__exit__(None, None, None)
        atexit.unregister(self._process.kill)

    def _listen(self, out: IO[bytes]) -> None:
        for line in out:
            self._lines.put(line)
        self._lines.put(b"")


class Frozen:
    """The same where our executable is no interpreter: through ``multiprocessing.freeze_support``."""

    def __init__(self, memory: int, seconds: float) -> None:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=form_worker.main_frozen, args=(theirs, memory, seconds), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, question: bytes, seconds: float) -> bytes | None:
        """See :class:`Worker`."""
        try:
            self._ours.send_bytes(question)
            return self._ours.recv_bytes() if self._ours.poll(seconds) else None
        except (EOFError, OSError):  # it is gone
            return b""

    def end(self) -> None:
        """See :class:`Worker`."""
        self._ours.close()
        self._process.join(_GRACE_SECONDS if self._process.exitcode is None else None)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
