"""The layout of a label: for each class of sizes which lines stand beside the symbol, and how they may shrink.

It has no places on a page, for a label stretches to every sheet. ``resources/documents/verification_label.toml`` ships.
Its hash is frozen into each batch and its text kept beside it, so that a batch is printed again as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from qc_desktop.documents.elements import fields
from qc_desktop.documents.fonts.glyphs import spec_of
from qc_desktop.documents.layout.entries import accepted_in, entry_of, head_of, make
from qc_desktop.documents.layout.model import Accepted, Resources
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Design

BREAK = "|"
"""Where a printed word breaks if it takes two lines; on one line it is nothing."""
LEAST_TYPE = 4.5
"""Points: smaller type closes up on adhesive paper."""
WORDS = ("heading", "company", "product", "lot", "valid_until", "serial", "complaint")
"""What a line of a label can be; the word ``hidden`` stands in the box of a hidden code."""
COLOURS = ("ink", "accent", "line")


@dataclass(frozen=True)
class LabelLine:
    """One text: it shrinks from ``size`` to ``least`` points, then wraps onto ``lines``; ``after`` is the room below
    it, ``rule`` a fine line there."""

    word: str = fields.needed(fields.choice(*WORDS))
    font: str = fields.needed(fields.font())
    size: float = fields.needed(fields.points(0.0, LEAST_TYPE, 72.0))
    least: float = fields.needed(fields.points(0.0, LEAST_TYPE, 72.0))
    after: float = fields.needed(fields.mm(0.0, 0.0, 20.0))
    lines: int = fields.count(1, 1, 6)
    colour: str = fields.colour("ink")
    rule: bool = False


@dataclass(frozen=True)
class HiddenBox:
    """The hidden code to scratch off: ``size`` points, on one row or two, ``after`` mm above what is below."""

    size: float = fields.needed(fields.points(0.0, LEAST_TYPE, 24.0))
    after: float = fields.needed(fields.mm(0.0, 0.0, 20.0))


@dataclass(frozen=True)
class LabelClass:
    """Labels of at least ``width`` × ``height`` mm. ``edge`` keeps text and symbol off the rim, ``frame`` the line;
    ``pad`` keeps text off the upper and lower rim, where that is more. ``bottom`` counts from the foot upwards."""

    name: str
    width: float = fields.needed(fields.mm(0.0, 10.0, 500.0))
    height: float = fields.needed(fields.mm(0.0, 10.0, 500.0))
    symbol_most: float = fields.needed(fields.mm(0.0, 20.0, 100.0))
    edge: float = fields.needed(fields.mm(0.0, 0.0, 20.0))
    frame: float = fields.needed(fields.mm(0.0, 0.0, 20.0))
    gap: float = fields.needed(fields.mm(0.0, 0.0, 20.0))
    top: tuple[LabelLine, ...] = fields.needed(field(metadata={"of": LabelLine}))
    bottom: tuple[LabelLine, ...] = fields.needed(field(metadata={"of": LabelLine}))
    hidden: HiddenBox | None = field(default=None, metadata={"one": HiddenBox})
    pad: float = fields.mm(0.0, 0.0, 20.0)

    @property
    def rim(self) -> float:
        """What text keeps from the upper and lower rim, in mm."""
        return max(self.edge, self.pad)

    @property
    def lines(self) -> tuple[LabelLine, ...]:
        """All lines as one reads them, from above."""
        return (*self.top, *reversed(self.bottom))


@dataclass(frozen=True, eq=False)
class LabelLayout:
    """One edition of the layout; ``text`` is the source it was read from."""

    kind: str
    edition: int
    language: str
    words: Mapping[str, str]
    colours: Mapping[str, str]
    classes: tuple[LabelClass, ...]
    accepted: tuple[Accepted, ...]
    approval: str
    text: str
    sha256: str
    resources: Resources = field(default_factory=Resources)

    @property
    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """A label has none."""
        return {}

    @property
    def heading(self) -> str:
        """The printed heading as one text."""
        return self.words["heading"].replace(BREAK, "")

    def with_resources(self, resources: Resources) -> Self:
        """The same layout, able to draw what it names."""
        return replace(self, resources=resources)

    def font(self, name: str) -> str:
        """The spec of the font ``name``. Raises UserError for one that is not there."""
        return spec_of(name, self.resources.fonts)

    def class_of(self, width: float, height: float) -> LabelClass | None:
        """The class of labels of ``width`` × ``height`` mm; None where they are smaller than all."""
        return next((known for known in self.classes if known.width <= width and known.height <= height), None)

    def tells(self, width: float, height: float, word: str) -> bool:
        """Whether a label of ``width`` × ``height`` mm has a line for ``word``."""
        kind = self.class_of(width, height)
        return kind is not None and any(line.word == word for line in kind.lines)


def label_of(design: Design) -> LabelLayout:
    """``design``, which is that of a label. Raises UserError for one of another form."""
    if not isinstance(design, LabelLayout):
        raise UserError("documents.layout_entry", entry="kind")
    return design


def fonts_of(layout: LabelLayout) -> set[str]:
    """The specs of all its fonts. Raises UserError for one that is not there."""
    return {layout.font(line.font) for known in layout.classes for line in known.lines}


_HEAD = ("format", "kind", "edition", "language", "approval")
_TABLES = ("words", "colours", "classes", "accepted")


def read_label_layout(source: Mapping[str, Any], text: str, sha256: str) -> LabelLayout:
    """The layout in ``source``. Raises KeyError with the entry that is wrong, unknown or missing."""
    for name in source:
        if name not in (*_HEAD, *_TABLES):
            raise KeyError(name)
    if type(source["edition"]) is not int:
        raise KeyError("edition")
    if not isinstance(source["classes"], list):
        raise KeyError("classes")
    return LabelLayout(
        kind=_text("kind", source["kind"]),
        edition=source["edition"],
        language=_text("language", source["language"]),
        words=_texts("words", source["words"]),
        colours=_texts("colours", source["colours"]),
        classes=tuple(make(LabelClass, f"classes.{place}", one) for place, one in enumerate(source["classes"], 1)),
        accepted=accepted_in(source),
        approval=_text("approval", source.get("approval", "")),
        text=text,
        sha256=sha256,
    )


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise KeyError(name)
    return value


def _texts(name: str, table: Any) -> dict[str, str]:
    if not isinstance(table, dict):
        raise KeyError(name)
    return {key: _text(f"{name}.{key}", value) for key, value in table.items()}


def tables_of(layout: LabelLayout) -> dict[str, Any]:
    """``layout`` as the plain tables of its file; what equals its default is left out."""
    source: dict[str, Any] = {
        **head_of(layout),
        "colours": dict(layout.colours),
        "classes": [entry_of(one) for one in layout.classes],
    }
    return {name: value for name, value in source.items() if value not in ("", [])}
