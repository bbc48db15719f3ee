"""The frame's way to the use cases: how things stand, the global search, Undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qc_desktop.gui.ports import Hit, Standing
from qc_desktop.services import backups, first_run, history, overview, preferences
from qc_desktop.services.campaigns import years

if TYPE_CHECKING:
    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk
    from qc_desktop.messages import Messages


class Frame:
    """Serves the frame from the desk; called on the reader and writer threads."""

    def __init__(self, desk: Desk, words: Messages) -> None:
        self._desk = desk
        self._words = words

    def standing(self, year: int | None) -> Standing:
        """How things stand in ``year``, or in the latest year; year 0 where none is open."""
        office = self._desk.office
        open_years = tuple(years.open_years(office))
        chosen = year if year in open_years else max(open_years, default=0)
        command, backup = history.next_undo(office), backups.state(office)
        return Standing(
            years=open_years,
            year=chosen or 0,
            operator=preferences.pc_value(office.profile, "operator") or office.author.staff,
            undo=self._words.text(f"command.{command.name}") if command else "",
            last_backup=backup.at,
            backups_gone=backup.is_gone,
            is_sample=overview.is_sample(office),
            is_trial=first_run.real_profile(office.profile) is not None,
            is_open=self._desk.keys is not None,
        )

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """Companies, certificates and products that answer ``text``."""
        from qc_desktop.services import products
        from qc_desktop.services.certificates import register
        from qc_desktop.services.companies import browsing

        office = self._desk.office
        companies = [
            Hit(row.name, " · ".join(filter(None, [row.uscc, row.province])), "companies", row.id)
            for row in browsing.find(office, text, limit)
        ]
        wanted = register.CertificateFilter(text=text)
        certificates = [
            Hit(row.number, row.holder, "certificates", row.number, "award", "certificates")
            for row in register.page(office, wanted, limit=limit)
            if text.strip().upper() in row.number
        ]
        named = [
            Hit(row.name, row.company, "companies", row.company_id, "package-search", "products")
            for row in products.find(office, text, limit)
        ]
        return [*companies, *certificates, *named]

    def undo(self, seq: int | None = None) -> Job[str]:
        """Takes the latest change back, or ``seq``, and says what it was."""
        taken = yield from history.undoing(self._desk.office, seq, unless_staying=seq is None)
        return history.told_undone(self._words, taken)

    def begin(self) -> bool:
        """Ends the trying of sample data; whether these records were a sample."""
        real = first_run.real_profile(self._desk.office.profile)
        if real is not None:
            first_run.begin(real)
        return real is not None

    def back_up(self) -> Job[str]:
        """Makes a backup now; gives its name."""
        return (yield from backups.making(self._desk.office)).path.name

    def change(self, values: Mapping[str, str]) -> None:
        """Changes settings."""
        preferences.change(self._desk.office, values)
