"""typst: one template over the list of pages, compiled once; border and QR are SVG.

Left out, in its favour: the QR symbols (it has none of its own: they are made before the clock starts), the rosette,
texts that shrink to fit.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.certificates_peers.common import FONTS, INK, MAIN, border_svg

_TEMPLATE = f"""
#set page(width: 297mm, height: 210mm, margin: 0mm, background: image("border.svg", width: 297mm))
#set text(font: "Noto Serif SC", size: 15pt, fill: rgb("{INK}"), lang: "zh", region: "cn")
#let at(x, y, width, side, body) = place(dx: x, dy: y, box(width: width, align(side, body)))
#let ordinals = ("一", "二", "三", "四", "五", "六")
#let symbol(path) = image(bytes(
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 65 65'><path d='" + path + "'/></svg>"
), format: "svg", width: 33mm)
#for (number, page) in json("pages.json").enumerate() {{
  if number > 0 {{ pagebreak() }}
  at(48.5mm, 31mm, 200mm, center, text(size: 38pt, weight: "bold", fill: rgb("{MAIN}"), page.title))
  at(192mm, 23mm, 80mm, right, text(font: "Noto Sans SC", size: 9pt, "证书编号　" + page.number))
  at(40mm, 62mm, 217mm, center, text(size: 26pt, weight: "bold", page.holder))
  at(40mm, 76mm, 217mm, left, {{
    set par(justify: true, leading: 9pt, first-line-indent: (amount: 2em, all: true))
    page.statement
  }})
  for (place, clause) in page.clauses.enumerate() {{
    at(50mm + calc.rem(place, 3) * 69mm, 121mm + calc.quo(place, 3) * 7mm, 69mm, left,
      text(size: 12pt, ordinals.at(place) + " " + clause))
  }}
  for (row, line) in page.lines.enumerate() {{
    at(63mm, 152mm + row * 5.4mm, 52mm, left, text(font: "Noto Sans SC", size: 8pt, line))
  }}
  at(188mm, 158mm, 96mm, center, page.issuer)
  at(188mm, 167mm, 96mm, center, page.issued)
  at(27mm, 185mm, 243mm, center, text(size: 9pt, page.scope))
  at(27.4mm, 147mm, 33mm, left, symbol(page.symbol))
}}
"""


def render(pages: list[dict[str, Any]], path: Path) -> None:
    import typst

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "border.svg").write_text(border_svg(), encoding="utf-8")
        Path(folder, "pages.json").write_text(json.dumps(pages), encoding="utf-8")
        template = Path(folder, "page.typ")
        template.write_text(_TEMPLATE, encoding="utf-8")
        typst.compile(template, output=path, font_paths=[FONTS], ignore_system_fonts=True)
