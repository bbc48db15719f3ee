"""What somebody else holds of the ledger, from last month or from a certificate, must be how ours began."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qc_desktop.documents.outside import codes
from qc_desktop.errors import UserError
from qc_desktop.services.ledger import heads
from qc_desktop.services.office import Office
from qc_desktop.trust.ledger import checkpoints
from qc_desktop.trust.ledger.checkpoints import Checkpoint

_MOST_BYTES = 100_000


@dataclass(frozen=True)
class Witnessed:
    """A signed head that somebody held, and how many entries there are by now."""

    signed: int
    size: int


def check(office: Office, path: Path) -> Witnessed:
    """Holds the head in ``path`` against our ledger: a checkpoint, a receipt, a certificate's PDF that carries its
    receipt, or a published folder.

    Raises UserError: ``ledger.no_witness`` for another file, ``ledger.strange_witness`` for one that our keys did not
    sign, ``ledger.witness_ahead`` where it goes further than ours, ``ledger.witness_differs`` where ours did not begin
    so; for a PDF as :func:`codes.read`.
    """
    text = _text(path / "checkpoint" if path.is_dir() else path)
    held = _signed(office, text, path)
    with office.store.reading() as session:
        tree = heads.tree_of(session)
    if held.size > len(tree):
        raise UserError("ledger.witness_ahead", entries=len(tree), signed=held.size)
    if tree.head(held.size) != held.head:
        raise UserError("ledger.witness_differs", signed=held.size)
    return Witnessed(held.size, len(tree))


def _text(path: Path) -> str:
    try:
        if _is_pdf(path):
            return (codes.read(path).receipt or b"").decode()
        if path.stat().st_size <= _MOST_BYTES:
            return path.read_bytes().decode()
    except FileNotFoundError as problem:
        raise UserError("settings.no_file", path=path) from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise UserError("ledger.no_witness", path=path) from problem
    raise UserError("ledger.no_witness", path=path)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(5) == b"%PDF-"


def _signed(office: Office, text: str, path: Path) -> Checkpoint:
    """The head in ``text``, which a receipt carries behind its first empty line."""
    above, gap, behind = text.partition("\n\n")
    note = behind if gap and above.startswith("c2sp.org/tlog-proof@") else text
    if "\n\n" not in note:
        raise UserError("ledger.no_witness", path=path)
    try:
        return checkpoints.read(note, heads.note_keys(office))
    except ValueError as problem:
        raise UserError("ledger.strange_witness", path=path) from problem
