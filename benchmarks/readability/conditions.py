"""The conditions, and which share of the symbols must be read under each: the design point.

Where it comes from:

- Reed-Solomon restores 13 of 69 codewords a block in 10-M (18 %), 9 of 49 in 7-M (18 %), 10 of 36 in 9-Q (27 %). A
  round spot over 5 % of the symbol touches some 9 % of the codewords, spread over the blocks by interleaving: both
  levels restore it. One over 15 % touches a good fifth: Q restores that and M does not, which is what Q is for. One
  over 30 % touches more than a third: nobody can restore that, and a harness in which somebody does is wrong.
- A module is 0.51 mm wide (10-M), 0.42 to 0.51 (9-Q) or 0.38 to 0.42 (7-M). A blur of 0.15 mm (deviation) is a phone
  out of focus by some centimetres; from half a module on, neighbours run together.
- Printers put up to a fifth of a module too much or too little ink; ISO/IEC 15415 grades what is worse.
- The same calls a symbol contrast of 40 % grade 2 (C), commonly the least that is accepted, and 20 % grade 1 (D).
- A hand holds a phone up to 30° off; a pen, a crease or a staple is about half a millimetre wide.
- Without a quiet zone zxing finds no corners; zbar sometimes does.

zxing, to which phones' own scanners are alike, must read all kinds. zbar, which knows fewer ways out, must read
certificates, which anybody checks with anything; of labels its share is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.readability.camera import Camera
from benchmarks.readability.wear import Wear, ink, no_quiet_zone, none, scratch, specks, spot

FLOOR = 0.98
"""Of fifty, one may hide behind an unlucky spot."""
ALL = ("certificate 10-M", "label 7-M", "label 9-Q")


@dataclass(frozen=True)
class Condition:
    """zxing must read the ``kinds`` under it, ``zbar`` those of them that are certificates. A ``control`` must not be
    read; without ``zbar`` its share is only told. Where ``kinds`` is empty, nothing is asked."""

    name: str
    wear: Wear = none
    camera: Camera = field(default_factory=Camera)
    kinds: tuple[str, ...] = ALL
    zbar: bool = True
    control: bool = False

    def bounds(self, kind: str, reader: str) -> tuple[float, float]:
        """The least and the largest share that are right."""
        if self.control:
            return 0.0, 1.0 if reader == "zbar" and not self.zbar else 0.0
        is_asked = kind in self.kinds and (reader == "zxing" or (self.zbar and kind.startswith("certificate")))
        return (FLOOR if is_asked else 0.0), 1.0


def told(name: str, wear: Wear = none, camera: Camera | None = None) -> Condition:
    """A condition beyond the design point: how far it reaches is worth knowing."""
    return Condition(name, wear, camera or Camera(), kinds=())


CONDITIONS = (
    Condition("as printed"),
    Condition("blur 0.10 mm", camera=Camera(blur=0.10)),
    Condition("blur 0.15 mm", camera=Camera(blur=0.15)),
    told("blur 0.20 mm", camera=Camera(blur=0.20)),
    told("blur 0.25 mm", camera=Camera(blur=0.25)),
    Condition("ink +20 %", ink(20)),
    Condition("ink −20 %", ink(-20)),
    told("ink +50 %", ink(50)),
    told("ink −50 %", ink(-50)),
    Condition("contrast 40 %", camera=Camera(contrast=40)),
    Condition("contrast 20 %", camera=Camera(contrast=20), zbar=False),
    told("contrast 10 %", camera=Camera(contrast=10)),
    Condition("turned 7°", camera=Camera(turned=7)),
    Condition("turned 45°", camera=Camera(turned=45)),
    Condition("turned 180°", camera=Camera(turned=180)),
    Condition("tilted 30°", camera=Camera(tilted=30)),
    told("tilted 50°", camera=Camera(tilted=50)),
    Condition("5 % under ink", spot(5, dark=True)),
    Condition("5 % rubbed off", spot(5, dark=False)),
    told("10 % rubbed off", spot(10, dark=False)),
    Condition("15 % rubbed off", spot(15, dark=False), kinds=("label 9-Q",)),
    Condition("1 % in specks of 0.8 mm", specks(1, 0.8)),
    told("3 % in specks of 0.8 mm", specks(3, 0.8)),
    Condition("a scratch of 0.5 mm", scratch(0.5)),
    Condition("worn, pale, blurred, askew", ink(20), Camera(0.12, 50, 12, 20)),
    Condition("control: 30 % under ink", spot(30, dark=True), control=True),
    Condition("control: 30 % rubbed off", spot(30, dark=False), control=True),
    Condition("control: blurred by a module", camera=Camera(blur=0.5), control=True),
    Condition("control: no quiet zone", no_quiet_zone, zbar=False, control=True),
)
