"""How far a printer's tray is off, and what is done about it: an offset and a scale, measured with a ruler.

A printer puts the point x of a page at m·x + b. The correction is the map that undoes this; both are told apart from
left to right and from the upper edge downwards, in millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass

from qc_desktop.errors import UserError

MOST_MM = 10.0
MOST_PARTS = 300
"""In ten-thousandths: ± 3 %. What is further off is no printer's drift but another paper, or a wrong reading."""
WHOLE = 10_000
_NEAR_MM = 2.0
"""So much may the edges of a page differ from a paper's and it is still that paper."""


@dataclass(frozen=True)
class Paper:
    """A paper as it lies before the reader; ``across`` and ``down`` are how far its ruler's marks stand apart."""

    id: str
    media: str
    width: float
    height: float
    across: float
    down: float


PAPERS = (
    Paper("a4_across", "A4", 297.0, 210.0, 250.0, 170.0),
    Paper("a4_upright", "A4", 210.0, 297.0, 170.0, 250.0),
    Paper("a3_across", "A3", 420.0, 297.0, 250.0, 250.0),
    Paper("a3_upright", "A3", 297.0, 420.0, 250.0, 250.0),
)
"""The papers that a ruler page is printed on; marks stand no further apart than a ruler of 30 cm reaches."""


def paper(paper_id: str) -> Paper:
    """The paper ``paper_id``. Raises UserError where there is none."""
    found = next((known for known in PAPERS if known.id == paper_id), None)
    if found is None:
        raise UserError("calibration.unknown_paper", paper=paper_id, known=[known.id for known in PAPERS])
    return found


def paper_of(width: float, height: float) -> Paper | None:
    """The paper that a page of ``width`` × ``height`` mm is printed on."""
    near = (known for known in PAPERS if max(abs(known.width - width), abs(known.height - height)) <= _NEAR_MM)
    return next(near, None)


@dataclass(frozen=True)
class Calibration:
    """What is done to a page: moved by so many mm to the right and down, scaled by so many ten-thousandths.

    Raises UserError for more than MOST_MM and MOST_PARTS.
    """

    x_mm: float = 0.0
    y_mm: float = 0.0
    x_scale: int = WHOLE
    y_scale: int = WHOLE

    def __post_init__(self) -> None:
        moved = max(abs(self.x_mm), abs(self.y_mm)) <= MOST_MM  # not so for what is no number
        scaled = max(abs(self.x_scale - WHOLE), abs(self.y_scale - WHOLE)) <= MOST_PARTS
        if not (moved and scaled):
            raise UserError("calibration.range", most_mm=MOST_MM, most_percent=MOST_PARTS / 100)

    @property
    def is_none(self) -> bool:
        """Whether pages stay as they are."""
        return self == Calibration()

    @property
    def percent(self) -> tuple[float, float]:
        """Across and down, 100 being the true size."""
        return self.x_scale / 100, self.y_scale / 100

    def matrix(self, height: float) -> tuple[float, float, float, float, float, float]:
        """As a PDF has it, for a page ``height`` points high: a b c d e f, from the lower left corner."""
        points = 72 / 25.4
        x, y = self.x_scale / WHOLE, self.y_scale / WHOLE
        return x, 0.0, 0.0, y, self.x_mm * points, height * (1 - y) - self.y_mm * points


@dataclass(frozen=True)
class Measured:
    """What a person read on a ruler page, in mm.

    ``left`` and ``top`` from the paper's edges to the cross in the middle, ``across`` and ``down`` between the marks.
    """

    left: float
    top: float
    across: float
    down: float


def correction(sheet: Paper, read: Measured, printed_with: Calibration) -> Calibration:
    """The correction after which ``sheet`` comes out right; it was printed with the correction it had so far.

    Raises UserError where it would be out of bounds, which a wrong reading is.
    """
    wanted = Measured(sheet.width / 2, sheet.height / 2, sheet.across, sheet.down)
    try:
        x_mm, x_scale = _undone(
            read.left, read.across, wanted.left, wanted.across, printed_with.x_mm, printed_with.x_scale
        )
        y_mm, y_scale = _undone(read.top, read.down, wanted.top, wanted.down, printed_with.y_mm, printed_with.y_scale)
        return Calibration(x_mm, y_mm, x_scale, y_scale)
    except (UserError, ZeroDivisionError, OverflowError, ValueError) as problem:
        about = {name: f"{value:g}" for name, value in vars(wanted).items()}
        raise UserError("calibration.misread", **about, most_mm=MOST_MM, most_percent=MOST_PARTS / 100) from problem


def _undone(
    to_middle: float, between: float, middle: float, apart: float, moved: float, scale: int
) -> tuple[float, int]:
    """Offset and scale along one edge."""
    drawn = between / apart  # as it came out, the correction so far included
    shift = to_middle - drawn * middle
    now = scale / WHOLE / drawn
    parts = round(now * WHOLE)
    # What the scale is rounded by moves the middle of the page, which is where the eye is: put back in the offset.
    offset = moved - now * shift + (now - parts / WHOLE) * middle
    return round(offset, 2), parts
