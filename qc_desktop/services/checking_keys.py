"""What the check-up finds of the issuing passphrase: its files, the list, the recovery sheet, and its strength."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qc_desktop.errors import UserError
from qc_desktop.services import keys, recovery, withdrawing
from qc_desktop.services.office import Office
from qc_desktop.trust import keyfile

Found = tuple[str, bool, dict[str, Any]]
"""The code of a sentence under ``doctor.``, whether it is good, and what the sentence needs."""


def findings(office: Office) -> Iterator[Found]:
    """Everything; one problem with the files stands for all that could be said besides."""
    try:
        yield from _state(office)
    except UserError as problem:
        needs_signing = problem.code in ("keys.passphrase_needed", "keys.root_needed")
        yield "keys_stale" if needs_signing else "keys_bad", False, {"problem": problem.code}
    else:
        if keys.is_set_up(office):
            yield from _sheet(office)
            yield from _lists(office)
            yield from _strength(office)


def _state(office: Office) -> Iterator[Found]:
    if keys.are_lost(office):
        yield "keys_lost", False, {"folder": office.profile.keys}
    elif keys.is_set_up(office):
        yield "keys", True, {"root": keys.public(office).root}
    else:
        yield "no_keys", True, {}


def _sheet(office: Office) -> Iterator[Found]:
    state = recovery.state(office)
    code = "sheet" if state.proved else "sheet_unproved" if state.made else "sheet_missing"
    yield code, state.proved, {}


def _lists(office: Office) -> Iterator[Found]:
    for kid in withdrawing.missing(office):
        yield "issued_list_lost", False, {"kid": kid}


def _strength(office: Office) -> Iterator[Found]:
    """What it costs to try one passphrase. How long the passphrase is stands nowhere, so nothing is said of it."""
    present = keyfile.present_cost()
    for info in keys.known(office).registered:
        if info.cost.is_weaker(present):
            yield "derivation_weak", False, {"file": info.path.name, **_told(info.cost), "wanted": present.memory_mib}
    yield "derivation", True, {**_told(present), "seconds": f"{keyfile.seconds(present):.2f}"}


def _told(cost: keyfile.Cost) -> dict[str, Any]:
    return {"memory": cost.memory_mib, "passes": cost.passes, "lanes": cost.lanes}
