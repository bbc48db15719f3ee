"""How often each command was used on this PC."""

from __future__ import annotations

from collections import Counter

from qc_desktop.gui.commands import BY_ID, COMMANDS, Command

SHOWN = 8


class Favourites:
    """Counts uses. ``kept`` is what :attr:`kept` gave in an earlier window."""

    def __init__(self, kept: str = "") -> None:
        pairs = (pair.rpartition(":") for pair in kept.split(","))
        self._uses = Counter({name: int(count) for name, _, count in pairs if name in BY_ID and count.isdecimal()})

    @property
    def kept(self) -> str:
        """The counts, to be remembered: name:count, …"""
        return ",".join(f"{name}:{count}" for name, count in self._uses.most_common())

    def note(self, name: str) -> None:
        """The command ``name`` was used."""
        self._uses[name] += 1

    def uses(self, command: Command) -> int:
        """How often ``command`` was used."""
        return self._uses[command.id]

    def commands(self) -> list[Command]:
        """The commands used most, then others in their own order."""
        return sorted(COMMANDS, key=lambda command: -self.uses(command))[:SHOWN]
