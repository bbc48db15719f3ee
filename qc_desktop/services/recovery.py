"""恢复单: the root's key on paper, proved once; then it leaves this PC."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from qc_desktop.domain.events import EventKind
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, write_atomic
from qc_desktop.services import keys, preferences, vault
from qc_desktop.storage.tables import Event
from qc_desktop.trust import recovery
from qc_desktop.trust.key_files import SUFFIX, check_passphrase, info, keep_root, seal_anew, unlock, unlock_by_root
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.signing import key_id

if TYPE_CHECKING:
    from qc_desktop.documents.printing.queue import PrintQueue
    from qc_desktop.services.office import Office


LINES = recovery.LINES
STICK = SUFFIX
"""How the name of the file on a stick ends."""


def in_lines(scanned: str) -> list[str]:
    """The lines of the sheet, if ``scanned`` is all of it; else as it is."""
    plain = scanned.strip().upper().removeprefix(recovery.MARK).replace("-", "").replace(" ", "")
    if len(plain) != LINES * recovery.LINE_CHARACTERS:
        return [scanned]
    return [plain[at : at + recovery.LINE_CHARACTERS] for at in range(0, len(plain), recovery.LINE_CHARACTERS)]


@dataclass(frozen=True)
class SheetState:
    """How far the recovery sheet is: ``made`` once it was printed or written, ``proved`` once it was entered again.

    ``is_here`` while the root's file is on this PC, as it is until then; where it is gone the sheet was proved,
    whatever backup was put back.
    """

    is_set_up: bool
    made: bool
    proved: bool
    is_here: bool


def state(office: Office) -> SheetState:
    """How far the recovery sheet is."""
    wanted = (EventKind.RECOVERY_SHEET_MADE, EventKind.RECOVERY_PROVED)
    with office.store.reading() as session:
        kinds = set(session.scalars(select(Event.kind).where(Event.kind.in_(wanted)).distinct()))
    made, proved = (kind in kinds for kind in wanted)
    now, is_set_up = keys.known(office), keys.is_set_up(office)
    is_here = now.root_file is not None
    return SheetState(is_set_up, made, proved or (is_set_up and not is_here), is_here)


def root_of(office: Office, typed: str = "", file: Path | None = None, passphrase: str = "") -> Signer:
    """The root: from the sheet's text, from its picture or PDF, from the stick's file with the passphrase, or, where
    nothing of these is given, from this PC with the passphrase.

    Raises UserError for what is not the root of this office, naming the line with a mistake in it.
    """
    if typed.strip():
        return recovery.read(typed, _spki(office))
    if file is None:
        return vault.root_here(office, Passphrase(passphrase))
    if file.name.endswith(SUFFIX):
        return _on_stick(office, file, passphrase)
    return recovery.read(_scanned(file), _spki(office))


def typed(root: Signer) -> str:
    """What stands on the sheet of ``root``, as it is typed."""
    return "\n".join(recovery.lines(root))


def _spki(office: Office) -> bytes:
    found = keys.known(office).root
    if found is None:
        raise UserError("keys.root_unknown" if keys.is_set_up(office) else "keys.none")
    return found


def _on_stick(office: Office, file: Path, passphrase: str) -> Signer:
    if info(file).spki != _spki(office):
        raise UserError("recovery.other_root")
    return unlock(file, Passphrase(passphrase))


def _scanned(file: Path) -> str:
    from qc_desktop.documents.outside.codes import read_symbols

    found = [text for _, text in read_symbols(file) if recovery.is_recovery(text)]
    if not found:
        raise UserError("recovery.not_found", name=file.name)
    return found[0]


def write_sheet(office: Office, root: Signer, path: Path) -> Path:
    """Writes the sheet as a PDF where the person says."""
    with _noted(office, "file"):
        write_atomic(path, _pdf(office, root))
    return path


def print_sheet(office: Office, root: Signer, queue: PrintQueue, tray: str = "") -> str:
    """Prints the sheet; returns the job's id. A print system takes files alone: ours is gone with the call."""
    from qc_desktop.documents.printing.queue import PrintOptions
    from qc_desktop.domain.calibration import paper

    with _noted(office, "paper"), tempfile.TemporaryDirectory(prefix="qc-print-") as place:
        path = Path(place) / "sheet.pdf"
        path.write_bytes(_pdf(office, root))
        return queue.submit(path, "恢复单", PrintOptions(media=paper("a4_upright").media, tray=tray))


def write_stick(office: Office, folder: Path) -> Path:
    """Copies the root's file, sealed under the passphrase as it is, into ``folder``. Raises UserError if it left."""
    here = keys.known(office).root_file
    if here is None:
        raise UserError("keys.root_needed")
    target = folder / here.path.name
    with atomic_path(target) as part:
        shutil.copyfile(here.path, part)
    return target


def prove(office: Office, root: Signer) -> None:
    """Takes the root off this PC, now that ``root`` came from the sheet; the fact is registered.

    Every key file is brought under the sheet before, or nothing happens: whoever forgets the passphrase needs that.
    """
    now = keys.known(office)
    if now.uncovered:
        raise UserError("keys.not_recoverable", file=now.uncovered[0].path.name)
    if root.spki != now.root:
        raise UserError("recovery.other_root")
    with office.writing("recovery_prove", undoable=False) as work:
        work.register(EventKind.RECOVERY_PROVED, root.kid.hex(), {})
        work.session.flush()
        if now.root_file:
            now.root_file.path.unlink()


def forgot(office: Office, root: Signer, new: str) -> None:
    """Puts every key under the passphrase ``new`` with nothing but the sheet. Raises UserError for a weak one."""
    typed = Passphrase(new)
    check_passphrase(typed)
    now = keys.known(office)
    if root.spki != now.root:
        raise UserError("recovery.other_root")
    opened = {each.path: unlock_by_root(each.path, root) for each in now.registered if each.use is not KeyUse.ROOT}
    with office.writing("passphrase_recover", undoable=False) as work:
        work.register(EventKind.PASSPHRASE_RECOVERED, root.kid.hex(), {})
        work.session.flush()
        seal_anew(opened, typed, root)
        if now.root_file:
            keep_root(office.profile.keys, root, now.root_file.created, typed)


def _pdf(office: Office, root: Signer) -> bytes:
    from qc_desktop.documents.types.recovery_sheet import SheetContent, recovery_sheet

    content = SheetContent(
        association=preferences.get(office, "association_name"),
        day=office.today,
        fingerprint=grouped(root.spki),
        lines=recovery.lines(root),
        symbol=recovery.symbol_text(root),
    )
    return recovery_sheet(content)


def grouped(spki: bytes) -> str:
    """The root's fingerprint as people compare it: the first 16 bytes of its SHA-256, in groups of four digits."""
    digits = hashlib.sha256(spki).hexdigest()[:32].upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


@contextmanager
def _noted(office: Office, way: str) -> Iterator[None]:
    """Registers that a sheet was made, after it was."""
    yield
    with office.writing("recovery_sheet", undoable=False) as work:
        work.register(EventKind.RECOVERY_SHEET_MADE, key_id(_spki(office)).hex(), {"way": way})
