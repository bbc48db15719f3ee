"""A CUPS of our own in a temporary folder: its own configuration, its own socket, nothing of the system's touched.

Its one printer keeps each job as a file. (The PDF printer of printer-driver-cups-pdf reads its place from /etc/cups
alone and so cannot serve a test that leaves the system as it is.)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path("/usr/lib/cups")
NAME = "Sample-PDF"

BACKEND = """#!/bin/sh
[ $# -eq 0 ] && { echo 'direct keep "Unknown" "Keep"'; exit 0; }
if [ $# -ge 6 ]; then cat "$6" > "OUT/$1.part"; else cat > "OUT/$1.part"; fi
mv "OUT/$1.part" "OUT/$1.pdf"
"""
DAEMON = """Listen ROOT/run/s
LogLevel warn
Browsing Off
DefaultAuthType None
WebInterface No
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """ServerRoot ROOT/etc
ServerBin ROOT/bin
CacheDir ROOT/cache
StateDir ROOT/run
RequestRoot ROOT/spool
TempDir ROOT/tmp
AccessLog ROOT/access
ErrorLog ROOT/error
PageLog ROOT/page
FatalErrors none
"""


@dataclass(frozen=True)
class Cups:
    """A running server: where it keeps what was printed, and the socket that CUPS_SERVER names."""

    out: Path
    socket: Path

    def printed(self) -> list[Path]:
        """The files of the jobs, in the order of the jobs."""
        return sorted(self.out.glob("*.pdf"), key=lambda path: int(path.stem))

    def control(self, *command: str) -> None:
        """Runs one of CUPS's own commands against this server."""
        environment = {**os.environ, "CUPS_SERVER": str(self.socket), "LC_ALL": "C"}
        subprocess.run(command, env=environment, check=True, timeout=20, capture_output=True)


def missing() -> list[str]:
    """The programs of CUPS that are not here."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    return [name for name in ("cupsd", "lpadmin", "lp", "lpstat", "cancel") if shutil.which(name, path=path) is None]


@contextmanager
def running() -> Iterator[Cups]:
    """The server, while the block lasts."""
    root = Path(tempfile.mkdtemp(prefix="qc-cups-"))  # a socket's path must be short
    try:
        with _served(root) as made:
            yield made
    finally:
        shutil.rmtree(root, ignore_errors=True)


@contextmanager
def _served(root: Path) -> Iterator[Cups]:
    _furnish(root)
    daemon = shutil.which("cupsd", path="/usr/sbin:/usr/bin:/sbin") or "cupsd"
    files = ["-c", str(root / "etc/cupsd.conf"), "-s", str(root / "etc/cups-files.conf")]
    server = subprocess.Popen([daemon, "-f", *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = Cups(root / "out", root / "run/s")
    try:
        _until(made.socket.exists, root)
        made.control("lpadmin", "-p", NAME, "-v", "keep:/out", "-E")
        made.control("lpadmin", "-d", NAME)
        yield made
    finally:
        server.terminate()
        server.wait(timeout=10)


def _furnish(root: Path) -> None:
    for folder in ("etc", "bin/backend", "cache", "run", "spool", "tmp", "out"):
        (root / folder).mkdir(parents=True)
        (root / folder).chmod(0o755)
    root.chmod(0o755)
    for folder in ("out", "tmp", "spool"):
        (root / folder).chmod(0o777)
    for part in ("filter", "daemon", "notifier", "cgi-bin", "driver"):
        (root / "bin" / part).symlink_to(PROGRAMS / part)
    for name, text in (("etc/cupsd.conf", DAEMON), ("etc/cups-files.conf", FILES), ("bin/backend/keep", BACKEND)):
        (root / name).write_text(text.replace("ROOT", str(root)).replace("OUT", str(root / "out")))
    (root / "bin/backend/keep").chmod(0o755)


def _until(ready: object, root: Path, seconds: float = 10.0) -> None:
    """A server tells nobody that it listens; it is looked for."""
    end = time.monotonic() + seconds
    while not ready():  # type: ignore[operator]
        if time.monotonic() > end:
            raise TimeoutError((root / "error").read_text() if (root / "error").exists() else str(root))
        time.sleep(0.02)
