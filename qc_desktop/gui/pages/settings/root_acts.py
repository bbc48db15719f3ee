"""What can be done with the recovery sheet, or with the passphrase while the sheet was not proved; on other threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError
from qc_desktop.services import keys, recovery, withdrawing
from qc_desktop.trust.keys import KeyUse

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.trust.keys import Signer


class Act(Enum):
    """What a person wants to do."""

    SAVE = auto()
    PRINT = auto()
    PROVE = auto()
    FORGOT = auto()
    SIGN = auto()
    ROTATE = auto()
    REVOKE = auto()


BY_SHEET = frozenset((Act.PROVE, Act.FORGOT))
"""Done with the sheet and nothing else."""
WITH_PASSPHRASE = frozenset((Act.ROTATE, Act.REVOKE))
"""Done with the passphrase in any case, for a new key is put under it."""


@dataclass(frozen=True, repr=False)
class Given:
    """What was typed and chosen; secret, so that no report shows it."""

    typed: str = ""
    file: Path | None = None
    passphrase: str = ""
    new: str = ""
    reason: str = ""
    path: Path = Path()


def do(desk: Desk, act: Act, given: Given) -> None:
    """Does ``act``. Raises UserError for what was given wrongly."""
    root = _root(desk, act, given)
    _WORK[act](desk, root, given)


def _root(desk: Desk, act: Act, given: Given) -> Signer:
    if act in BY_SHEET and not given.typed.strip() and given.file is None:
        raise UserError("recovery.incomplete", good=0, lines=recovery.LINES)
    if act is Act.PROVE and given.file is not None and given.file.name.endswith(recovery.STICK):
        raise UserError("recovery.not_found", name=given.file.name)
    return recovery.root_of(desk.office, given.typed, given.file, given.passphrase)


def _print(desk: Desk, root: Signer, _given: Given) -> None:
    from qc_desktop.gui.pages.certificates.printing.acts import queue

    recovery.print_sheet(desk.office, root, queue(desk))


def _rotate(desk: Desk, root: Signer, given: Given) -> None:
    withdrawing.rotate(desk.office, [KeyUse.PAYLOAD], root, given.passphrase)
    desk.lock()


def _revoke(desk: Desk, root: Signer, given: Given) -> None:
    present = keys.known(desk.office).newest(KeyUse.PAYLOAD)
    if present is None:
        raise UserError("keys.none")
    withdrawing.revoke(desk.office, present.kid.hex(), given.reason, root, given.passphrase)
    desk.lock()


def _forgot(desk: Desk, root: Signer, given: Given) -> None:
    recovery.forgot(desk.office, root, given.new)
    desk.lock()


_WORK: dict[Act, Callable[[Desk, Signer, Given], object]] = {
    Act.SAVE: lambda desk, root, given: recovery.write_sheet(desk.office, root, given.path),
    Act.PRINT: _print,
    Act.PROVE: lambda desk, root, _given: recovery.prove(desk.office, root),
    Act.FORGOT: _forgot,
    Act.SIGN: lambda desk, root, _given: keys.public(desk.office, root=root),
    Act.ROTATE: _rotate,
    Act.REVOKE: _revoke,
}
