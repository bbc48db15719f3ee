"""How the issuance register stands: how long it is, when it was confirmed last, and whether it may go on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from qc_desktop.errors import UserError
from qc_desktop.services.ledger import heads, overriding
from qc_desktop.services.ledger.heads import Head
from qc_desktop.services.ledger.overriding import Overridden
from qc_desktop.services.office import Office

BEHIND = frozenset({"ledger.rolled_back", "ledger.forked"})
"""Findings by which nothing is signed any more, until it was passed over."""


@dataclass(frozen=True)
class RegisterStanding:
    """``entries`` there are by now, ``signed`` of them confirmed at ``at``, None where none were.

    ``behind`` says why nothing is signed any more: these records are not what was confirmed before. ``overridden`` are
    the times that this was passed over, the last first.
    """

    entries: int
    signed: int = 0
    at: dt.datetime | None = None
    behind: UserError | None = None
    overridden: tuple[Overridden, ...] = ()


def standing(office: Office) -> RegisterStanding:
    """How it stands now."""
    head, told = _head(office), (_behind(office), tuple(overriding.past(office)))
    if head is None:
        return RegisterStanding(heads.size(office), 0, None, *told)
    return RegisterStanding(head.size, head.signed, head.at, *told)


def _head(office: Office) -> Head | None:
    """None without keys, and for a head that was changed past the program: the check-up names it."""
    try:
        return heads.head(office)
    except UserError as problem:
        if problem.code != "keys.none":
            raise
    except ValueError:
        pass
    return None


def _behind(office: Office) -> UserError | None:
    with office.store.reading() as session:
        tree = heads.tree_of(session)
    try:
        heads.demand_goes_on(office, tree)
    except UserError as problem:
        return problem
    return None
