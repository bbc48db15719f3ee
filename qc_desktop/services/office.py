"""The office a use case works for: its profile, its records, who is acting, and what day it is."""

from __future__ import annotations

import datetime as dt
import platform
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from qc_desktop.domain import dates
from qc_desktop.paths import Profile
from qc_desktop.storage.opening import open_store
from qc_desktop.storage.store import Author, Store, UnitOfWork


@dataclass(frozen=True)
class Office:
    """What every use case needs, handed to it explicitly."""

    profile: Profile
    store: Store
    author: Author
    fixed_day: dt.date | None = None

    @property
    def today(self) -> dt.date:
        """The day it is for the association."""
        return self.fixed_day or dates.today()

    def acting(self, staff: str) -> Office:
        """The same office with another person acting."""
        return replace(self, author=Author(staff, self.author.pc))

    def writing(self, command: str, /, *, undoable: bool = True, **params: Any) -> AbstractContextManager[UnitOfWork]:
        """One transaction as the command ``command``, in the acting person's name."""
        return self.store.writing(self.author, command, undoable=undoable, **params)

    def close(self) -> None:
        """Closes the records."""
        self.store.close()


def open_office(profile: Profile, staff: str = "") -> Office:
    """Opens the profile's records. Raises UserError as :func:`~qc_desktop.storage.opening.open_store` does."""
    return Office(profile, open_store(profile), Author(staff or default_staff(), platform.node()))


def default_staff() -> str:
    """The name under which the system knows the person, until an operator is picked."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no user database, e.g. in a container
        return "operator"
