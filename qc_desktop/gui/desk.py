"""What the window works with: the open office, who acts, and today's unlocked keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from qc_desktop.services import preferences
from qc_desktop.services.office import Office

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.domain.progress import Job
    from qc_desktop.services.document_signing import Way
    from qc_desktop.trust.keys import OpenKeys, Signer
    from qc_desktop.trust.pdf_signatures import DocumentSigner

T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a change came to, and the command that takes it back; 0 where it changed nothing."""

    result: T
    command: int


class Desk:
    """The services as one person at one window uses them; pages call use cases with :attr:`office`.

    The keys are unlocked once a day, with the one passphrase.
    """

    def __init__(self, office: Office) -> None:
        self.office = office
        self._keys: OpenKeys | None = None
        self._unlocked_on: dt.date | None = None
        self._older: dict[str, Signer] = {}
        self._file_signer: DocumentSigner | None = None
        self._file_opened: tuple[str, dt.date] | None = None

    @property
    def keys(self) -> OpenKeys | None:
        """The keys, if they were unlocked today."""
        return self._keys if self._unlocked_on == self.office.today else None

    def unlock(self, passphrase: str) -> OpenKeys:
        """Unlocks the keys for today; the first time ever they are made. Raises UserError for a wrong passphrase."""
        from qc_desktop.services import vault

        self._keys, self._unlocked_on = vault.unlock(self.office, passphrase), self.office.today
        self._older.clear()
        return self._keys

    def are_open(self, key_ids: Iterable[str]) -> bool:
        """Whether all the keys ``key_ids`` were opened today."""
        keys = self.keys
        return keys is not None and set(key_ids) <= {keys.payload.kid.hex(), *self._older}

    def signer_of(self, key_id: str, typed: str) -> Signer:
        """The key of certificates and labels ``key_id``, an earlier one too, opened with what was ``typed`` unless it
        is open since today. Raises UserError for a wrong passphrase, and where the key is not here."""
        from qc_desktop.services import vault

        keys = self.keys or self.unlock(typed)
        if key_id == keys.payload.kid.hex():
            return keys.payload
        if key_id not in self._older:
            self._older[key_id] = vault.signer_of(self.office, key_id, typed)
        return self._older[key_id]

    def signing_way(self) -> tuple[Way, bool]:
        """How files of certificates are signed, and whether nothing has to be typed for it now."""
        from qc_desktop.services.document_signing import Way, standing

        now = standing(self.office)
        is_open = self._file_signer is not None and self._file_opened == (now.file, self.office.today)
        return now.way, is_open if now.way is Way.FILE else self.keys is not None

    def document_signer(self, typed: str) -> DocumentSigner | None:
        """What files of certificates are signed with, opened with what was ``typed`` if need be; None where they are
        not. Raises UserError as :func:`document_signing.signer` does."""
        from qc_desktop.services import document_signing

        chosen, is_open = self.signing_way()
        if chosen is document_signing.Way.FILE and is_open:
            return self._file_signer
        made = document_signing.signer(self.office, lambda: self.keys or self.unlock(typed), lambda: typed)
        if chosen is document_signing.Way.FILE:
            self._file_signer = made
            self._file_opened = document_signing.standing(self.office).file, self.office.today
        return made

    def lock(self) -> None:
        """Forgets the keys."""
        self._keys = self._file_signer = None
        self._older.clear()

    def pick_operator(self, name: str) -> None:
        """Lets ``name`` act from now on; a new name joins the staff."""
        from qc_desktop.services import staff

        self.office = staff.pick(self.office, name)

    def restoring(self, backup: Path) -> Job[None]:
        """Puts ``backup`` in the place of the records; closed, or raising UserError, it leaves these as they were."""
        from qc_desktop.services import backups

        self.office = yield from backups.restoring(self.office, backup)
        self.lock()

    @property
    def lock_minutes(self) -> int:
        """After how long without a touch what the passphrase opened is locked on this PC."""
        return int(preferences.pc_value(self.office.profile, "lock_minutes"))

    @property
    def enter_moves(self) -> bool:
        """Whether Enter leads to the next field on this PC."""
        return bool(preferences.pc_value(self.office.profile, "enter_moves"))

    def doing(self, work: Callable[[], T]) -> Done[T]:
        """Does ``work``, on the writer thread, and notes the command that takes it back: no other can come between."""
        before = self.office.store.newest
        return self._done(work(), before)

    def doing_job(self, job: Job[T]) -> Job[Done[T]]:
        """As :meth:`doing`, for a job."""
        before = self.office.store.newest
        return self._done((yield from job), before)

    def _done(self, result: T, before: int) -> Done[T]:
        newest = self.office.store.newest
        return Done(result, newest if newest != before else 0)

    def remember(self, **values: object) -> None:
        """Keeps ``values`` on this PC."""
        preferences.remember_on_pc(self.office.profile, values)
