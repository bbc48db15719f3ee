"""LibreOffice without its merging: a document that is written merged, exported as PDF (``libreoffice_merge`` merges).

Left out, in its favour: the merging itself, the QR symbols (made before the clock starts), the rosette, texts that
shrink to fit; the border is one SVG in the head of the page style.
"""

from __future__ import annotations

import base64
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.certificates_peers.common import FONTS, MAIN, ORDINALS, border_svg

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
_STYLES = (
    ("P", "Noto Serif SC", 9, "start", ""),
    ("title", "Noto Serif SC", 38, "center", f'fo:font-weight="bold" style:font-weight-asian="bold" fo:color="{MAIN}"'),
    ("number", "Noto Sans SC", 9, "end", ""),
    ("holder", "Noto Serif SC", 26, "center", 'fo:font-weight="bold" style:font-weight-asian="bold"'),
    ("body", "Noto Serif SC", 15, "justify", ""),
    ("clause", "Noto Serif SC", 12, "start", ""),
    ("lines", "Noto Sans SC", 8, "start", ""),
    ("issuer", "Noto Serif SC", 15, "end", ""),
    ("scope", "Noto Serif SC", 9, "center", ""),
)

SYMBOL = "symbol"
"""What the picture of the QR symbol is called in the document."""


def render(pages: list[dict[str, Any]], path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "merged.fodt").write_text(document(pages), encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation={(place / 'user').as_uri()}", "--headless", "--convert-to", "pdf"]
        finished = [*command, "--outdir", folder, str(place / "merged.fodt")]
        subprocess.run(finished, check=True, stdout=subprocess.DEVNULL, env=with_fonts(place))
        path.write_bytes((place / "merged.pdf").read_bytes())


def with_fonts(place: Path) -> dict[str, str]:
    """The environment in which LibreOffice finds our fonts and no others; what it keeps of them lies in ``place``."""
    fonts = f"<fontconfig><dir>{FONTS}</dir><cachedir>{place / 'fonts'}</cachedir></fontconfig>"
    (place / "fonts.conf").write_text(fonts, encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(place / "fonts.conf")}


def document(pages: list[dict[str, Any]]) -> str:
    """The pages as a text document in one file of XML; what a page says may itself be XML."""
    styles = "".join(_style(*style) for style in _STYLES)
    page = (
        '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="297mm" '
        'fo:page-height="210mm" style:print-orientation="landscape" fo:margin="18mm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="4mm"/></style:header-style>'
        "</style:page-layout>"
    )
    behind = (
        '<style:style style:name="behind" style:family="graphic"><style:graphic-properties '
        'style:run-through="background" style:wrap="run-through" style:horizontal-pos="from-left" '
        'style:horizontal-rel="page" style:vertical-pos="from-top" style:vertical-rel="page"/></style:style>'
    )
    border = (
        '<draw:frame draw:style-name="behind" text:anchor-type="paragraph" svg:x="0mm" svg:y="0mm" svg:width="297mm" '
        'svg:height="210mm"><draw:image><office:binary-data>'
        f"{base64.b64encode(border_svg().encode()).decode()}</office:binary-data></draw:image></draw:frame>"
    )
    master = (
        '<style:master-page style:name="Standard" style:page-layout-name="page"><style:header>'
        f'<text:p text:style-name="lines">{border}</text:p></style:header></style:master-page>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{page}{behind}{styles}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
        f"<office:body><office:text>{''.join(map(_page, pages))}</office:text></office:body></office:document>"
    )


def _style(name: str, font: str, size: float, align: str, more: str) -> str:
    first = 'fo:break-before="page"' if name == "number" else ""
    place = f'fo:text-align="{align}" fo:margin-top="2mm" fo:margin-bottom="2mm" {first}'
    sizes = f'fo:font-size="{size}pt" style:font-size-asian="{size}pt"'
    letters = f'svg:font-family="{font}" fo:font-family="{font}" style:font-family-asian="{font}" {sizes} {more}'
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {place}/>'
        f"<style:text-properties {letters}/></style:style>"
    )


def _page(page: dict[str, Any]) -> str:
    clauses = [f"{ORDINALS[place]} {clause}" for place, clause in enumerate(page["clauses"])]
    rows = ["　".join(clauses[first : first + 3]) for first in (0, 3)]
    paragraphs = [
        ("number", f"证书编号　{page['number']}"), ("title", page["title"]), ("holder", page["holder"]),
        ("body", "　　" + page["statement"]), *(("clause", row) for row in rows),
        ("issuer", page["issuer"]), ("issuer", page["issued"]),
    ]  # fmt: skip
    symbol = (
        f'<draw:frame draw:name="{SYMBOL}" text:anchor-type="as-char" svg:width="33mm" svg:height="33mm"><draw:image>'
        f"<office:binary-data>{page['png']}</office:binary-data></draw:image></draw:frame>"
    )
    lines = symbol + "　".join(page["lines"])
    made = "".join(f'<text:p text:style-name="{style}">{text}</text:p>' for style, text in paragraphs)
    foot = f'<text:p text:style-name="scope">{page["scope"]}</text:p>'
    return f'{made}<text:p text:style-name="lines">{lines}</text:p>{foot}'
