"""The layout of a label for each class of sizes, read from ``resources/documents/verification_label.toml``.

Its hash is frozen into each batch and its text kept beside it, so that a batch is printed again as it was.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import rfc8785

from qc_desktop.domain.labels import KIND
from qc_desktop.errors import UserError
from qc_desktop.paths import resource

BREAK = "|"
"""Where a printed word breaks if it takes two lines; on one line it is nothing."""


@dataclass(frozen=True)
class LabelLine:
    """One text: sizes in points, ``after`` the room below it in mm, ``rule`` a fine line there."""

    word: str
    font: str
    size: float
    least: float
    lines: int = 1
    colour: str = "ink"
    after: float = 0.5
    rule: bool = False


@dataclass(frozen=True)
class HiddenBox:
    """The hidden code to scratch off: ``size`` points, on one row or two, ``after`` mm above what is below."""

    size: float
    after: float


@dataclass(frozen=True)
class LabelClass:
    """Labels of at least ``width`` × ``height`` mm. ``edge`` keeps text and symbol off the rim, ``frame`` the line;
    ``pad`` keeps text off the upper and lower rim, where that is more."""

    name: str
    width: float
    height: float
    symbol_most: float
    edge: float
    frame: float
    gap: float
    top: tuple[LabelLine, ...]
    bottom: tuple[LabelLine, ...]
    hidden: HiddenBox | None = None
    pad: float = 0.0

    @property
    def rim(self) -> float:
        """What text keeps from the upper and lower rim, in mm."""
        return max(self.edge, self.pad)


@dataclass(frozen=True)
class LabelLayout:
    """One edition of the layout; ``text`` is the source it was read from."""

    language: str
    words: Mapping[str, str]
    colours: Mapping[str, str]
    classes: tuple[LabelClass, ...]
    text: str
    sha256: str
    kind: str = KIND

    @property
    def heading(self) -> str:
        """The printed heading as one text."""
        return self.words["heading"].replace(BREAK, "")

    def class_of(self, width: float, height: float) -> LabelClass | None:
        """The class of labels of ``width`` × ``height`` mm; None where they are smaller than all."""
        return next((known for known in self.classes if known.width <= width and known.height <= height), None)

    def tells(self, width: float, height: float, word: str) -> bool:
        """Whether a label of ``width`` × ``height`` mm has a line for ``word``."""
        kind = self.class_of(width, height)
        return kind is not None and any(line.word == word for line in (*kind.top, *kind.bottom))


@cache
def label_layout() -> LabelLayout:
    """The layout that ships with this version."""
    return parse_label_layout(resource("documents", f"{KIND}.toml").read_text(encoding="utf-8"))


def parse_label_layout(text: str) -> LabelLayout:
    """The layout written in ``text``. Raises UserError where it cannot be used, naming the entry."""
    try:
        source = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise UserError("documents.layout_unreadable", reason=str(problem)) from problem
    try:
        return LabelLayout(
            language=source["language"],
            words=source["words"],
            colours=source["colours"],
            classes=tuple(_class(entry) for entry in source["classes"]),
            text=text,
            sha256=hashlib.sha256(rfc8785.dumps(source)).hexdigest(),
        )
    except KeyError as problem:
        raise UserError("documents.layout_entry", entry=str(problem.args[0])) from problem
    except (TypeError, ValueError) as problem:
        raise UserError("documents.layout_entry", entry=str(problem)) from problem


def _class(entry: dict[str, Any]) -> LabelClass:
    lines = {side: tuple(LabelLine(**line) for line in entry[side]) for side in ("top", "bottom")}
    hidden = HiddenBox(**entry["hidden"]) if "hidden" in entry else None
    return LabelClass(**{**entry, **lines, "hidden": hidden})
