"""Which certificates files can be made of, from what is chosen and shown in the register."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.gui.pages.certificates.make_view import Scope
from qc_desktop.services.certificates import register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.services.certificates.register import CertificateFilter
    from qc_desktop.services.office import Office

translate = QCoreApplication.translate


def scopes(office: Office, wanted: CertificateFilter, chosen: Sequence[str]) -> tuple[Scope, ...]:
    """The live ones of those ``chosen``, those without a page yet, all live ones that ``wanted`` shows.

    Where none of several chosen is live nothing else is offered in their place: one empty scope says so.
    Asks the records: for the reader thread. Without a year ``wanted`` must have words that find: all years together
    are never offered.
    """
    if not (wanted.campaign_id or wanted.text.strip()):
        raise ValueError("the certificates of no year in particular")
    if wanted.states and CertificateState.LIVE.value not in wanted.states:
        return ()  # the list shows only those that are no longer in force
    shown = replace(wanted, states=(CertificateState.LIVE.value,))
    live, missing = register.numbers(office, shown), register.numbers(office, replace(shown, printed=False))
    found = [Scope(translate("Scopes", "All valid ones in the list ({count})").format(count=len(live)), tuple(live))]
    if 0 < len(missing) < len(live):
        words = translate("Scopes", "Those not made yet ({count})").format(count=len(missing))
        found.insert(0, Scope(words, tuple(missing)))
    selected = _selected(register.live_among(office, chosen), len(chosen))
    if selected.numbers:
        return selected, *found
    return (selected,) if len(chosen) > 1 else tuple(found)  # one row is one that is looked at


def _selected(live: Sequence[str], chosen: int) -> Scope:
    if len(live) == chosen:
        return Scope(translate("Scopes", "Those selected ({count})").format(count=chosen), tuple(live))
    words = translate("Scopes", "Valid ones of the {chosen} selected ({count})")
    return Scope(words.format(chosen=chosen, count=len(live)), tuple(live))
