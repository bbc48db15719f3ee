"""A folder that is published piece by piece, again and again: only what changed is written.

A note in it, ``.publication.json``, says what was written and from which state of the records. While it is being
written a mark stands beside the note: found at the next time, nothing that the note says of files is believed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qc_desktop.errors import UserError
from qc_desktop.files import ensure_folder, sync_everything, write_atomic, write_loosely

NOTE, MARK = ".publication.json", ".publishing"
_FORMAT = 1


@dataclass
class Folder:
    """``state`` is what the pieces were made from last time; ``written`` counts files that this time wrote, ``kept``
    those that stood as they are."""

    root: Path
    state: Mapping[str, Any] = field(default_factory=dict)
    written: int = 0
    kept: int = 0
    _known: dict[str, list[Any]] = field(default_factory=dict)
    _believes: bool = True
    _now: dict[str, list[Any]] = field(default_factory=dict)
    _folders: set[Path] = field(default_factory=set)

    @classmethod
    def opened(cls, root: Path) -> Folder:
        """The folder as the last time left it. Raises UserError for one that holds something else."""
        is_marked = (root / MARK).exists()
        if not (root / NOTE).exists():
            if not is_marked and root.exists() and (not root.is_dir() or any(root.iterdir())):
                raise UserError("site.not_ours", folder=root)
            return cls(root)
        try:
            told = json.loads((root / NOTE).read_bytes())
            if told["format"] != _FORMAT:
                raise ValueError(told["format"])
            state = {} if is_marked else dict(told["state"])
            return cls(root, state, _known=dict(told["files"]), _believes=not is_marked)
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise UserError("site.not_ours", folder=root) from problem

    def is_whole(self) -> bool:
        """Whether every file that the note tells of stands there in its size."""
        found = dict(_sizes(self.root))
        return all(found.get(path) == size for path, (_, size) in self._known.items())

    def begin(self) -> None:
        """From now on the folder is being written."""
        ensure_folder(self.root)
        write_atomic(self.root / MARK, b"")

    def put(self, path: str, content: bytes) -> None:
        """Sees to it that ``path``, with / between its parts, holds ``content``."""
        about = [hashlib.sha256(content).hexdigest(), len(content)]
        self._now[path] = about
        target = self.root / path
        if self._stands(path, target, about, content):
            self.kept += 1
            return
        self.written += 1
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        write_loosely(target, content)

    def keep(self, beginning: str) -> bool:
        """Leaves what the last time wrote below ``beginning`` as it is; False where that cannot be relied on."""
        known = {path: about for path, about in self._known.items() if path.startswith(beginning)}
        if not (self._believes and known and all(self._has(path, size) for path, (_, size) in known.items())):
            return False
        self._now.update(known)
        self.kept += len(known)
        return True

    def _has(self, path: str, size: int) -> bool:
        try:
            return (self.root / path).stat().st_size == size
        except OSError:
            return False

    def digest(self, beginnings: tuple[str, ...]) -> str:
        """One hash over the paths and contents put so far whose paths begin so."""
        lines = sorted(f"{path} {about[0]}\n" for path, about in self._now.items() if path.startswith(beginnings))
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def end(self, state: Mapping[str, Any]) -> None:
        """Takes away what belongs to it no more, and notes what stands there, made from ``state``."""
        for path in self._known.keys() - self._now.keys():
            (self.root / path).unlink(missing_ok=True)
        sync_everything()
        note = {"format": _FORMAT, "state": dict(state), "files": self._now}
        write_atomic(self.root / NOTE, json.dumps(note, separators=(",", ":")).encode())
        (self.root / MARK).unlink(missing_ok=True)

    def _stands(self, path: str, target: Path, about: list[Any], content: bytes) -> bool:
        try:
            if target.stat().st_size != about[1]:
                return False
            return (self._believes and self._known.get(path) == about) or target.read_bytes() == content
        except OSError:
            return False


def _sizes(root: Path) -> Iterator[tuple[str, int]]:
    """Every file below ``root`` by its path with /, and its size."""
    waiting = [(str(root), "")]
    while waiting:
        folder, name = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = f"{name}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{path}/"))
                else:
                    yield path, entry.stat(follow_symlinks=False).st_size
