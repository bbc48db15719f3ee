"""WeasyPrint: one HTML document, a section a page, the border an SVG behind it, each QR a PNG in the text.

Left out, in its favour: no rosette, no text shrinks to fit; the template is filled by f-strings, not by a template
engine.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from benchmarks.certificates_peers.common import FONTS, INK, MAIN, ORDINALS, border_svg, qr_png

_CSS = f"""
@font-face {{ font-family: serif-sc; src: url({(FONTS / "NotoSerifSC-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: serif-sc; font-weight: bold; src: url({(FONTS / "NotoSerifSC-Bold.ttf").as_uri()}) }}
@font-face {{ font-family: sans-sc; src: url({(FONTS / "NotoSansSC-Regular.ttf").as_uri()}) }}
@page {{ size: 297mm 210mm; margin: 0 }}
body {{ margin: 0; font: 15pt serif-sc; color: {INK} }}
section {{ position: relative; width: 297mm; height: 210mm; break-after: page; overflow: hidden;
  background: url("data:image/svg+xml;base64,{base64.b64encode(border_svg().encode()).decode()}") }}
section > * {{ position: absolute; margin: 0; white-space: pre-wrap }}
.title {{ left: 48.5mm; width: 200mm; top: 30mm; text-align: center; font: bold 38pt serif-sc; color: {MAIN} }}
.number {{ left: 192mm; width: 80mm; top: 23mm; text-align: right; font: 9pt sans-sc }}
.holder {{ left: 40mm; width: 217mm; top: 62mm; text-align: center; font: bold 26pt serif-sc }}
.body {{ left: 40mm; width: 217mm; top: 76mm; text-align: justify; text-indent: 2em; line-height: 8.4mm }}
.clause {{ width: 69mm; font-size: 12pt }}
.lines {{ left: 63mm; top: 151mm; font: 8pt/5.4mm sans-sc }}
.issuer {{ left: 188mm; width: 96mm; top: 158mm; text-align: center; line-height: 9mm }}
.scope {{ left: 27mm; width: 243mm; top: 185mm; text-align: center; font-size: 9pt }}
img {{ left: 27.4mm; top: 147mm; width: 33mm; height: 33mm }}
"""


def render(pages: list[dict[str, Any]], path: Path) -> None:
    from weasyprint import HTML

    body = "".join(map(_section, pages))
    HTML(string=f'<html lang="zh-CN"><style>{_CSS}</style><body>{body}</body></html>').write_pdf(path)


def _section(page: dict[str, Any]) -> str:
    clauses = "".join(
        f'<p class=clause style="left:{50 + place % 3 * 69}mm;top:{121 + place // 3 * 7}mm">'
        f"{ORDINALS[place]} {clause}</p>"
        for place, clause in enumerate(page["clauses"])
    )
    return (
        f"<section><p class=title>{page['title']}</p><p class=number>证书编号　{page['number']}</p>"
        f"<p class=holder>{page['holder']}</p><p class=body>{page['statement']}</p>{clauses}"
        f"<p class=lines>{'<br>'.join(page['lines'])}</p><p class=issuer>{page['issuer']}<br>{page['issued']}</p>"
        f"<p class=scope>{page['scope']}</p>"
        f'<img src="data:image/png;base64,{base64.b64encode(qr_png(page["qr"])).decode()}"></section>'
    )
