"""LibreOffice's mail merge: a template with database fields, a list of records as data source, one merged PDF.

What it draws: everything that ``libreoffice`` does, number, name, statement, clauses and the lines beside the symbol
as fields of the record, and each record's QR symbol, which is put in for the picture of the template when the merge
announces the record (mail merge has no field for pictures; this is the hook it has for them).

Left out, in its favour: the QR symbols are made and written as pictures before it starts, words that all certificates
share stand in the template; as in ``libreoffice``, no rosette, no text shrinks to fit. The merge is driven through UNO
by Debian's Python (``merging.py``); its processes are waited for, so that their time is counted.
"""

from __future__ import annotations

import base64
import csv
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.certificates_peers.libreoffice import SYMBOL, document, with_fonts

_PYTHON = "/usr/bin/python3"
"""The one that has ``uno``."""
_PROGRAM = Path(__file__).with_name("merging.py")
_SOURCE, _TABLE = "records", "pages"


def render(pages: list[dict[str, Any]], path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "template.fodt").write_text(document([_template(pages[0])]), encoding="utf-8")
        _write_list(pages, place / f"{_TABLE}.csv")
        for number, page in enumerate(pages, 1):
            (place / f"{number}.png").write_bytes(base64.b64decode(page["png"]))
        command = [_PYTHON, str(_PROGRAM), folder, _SOURCE, _TABLE, SYMBOL]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=with_fonts(place))
        path.write_bytes((place / "merged0.pdf").read_bytes())


def _template(page: dict[str, Any]) -> dict[str, Any]:
    """A page whose own texts are fields."""
    several = {name: [_field(f"{name}{place}") for place in range(len(page[name]))] for name in ("clauses", "lines")}
    return {**page, **{name: _field(name) for name in ("number", "holder", "statement")}, **several}


def _field(name: str) -> str:
    place = f'text:database-name="{_SOURCE}" text:table-name="{_TABLE}" text:table-type="table"'
    return f'<text:database-display {place} text:column-name="{name}">{name}</text:database-display>'


def _write_list(pages: list[dict[str, Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.DictWriter(out, list(dict(_columns(pages[0]))), quoting=csv.QUOTE_ALL)
        rows.writeheader()
        rows.writerows(dict(_columns(page)) for page in pages)


def _columns(page: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((name, page[name]) for name in ("number", "holder", "statement"))
    for name in ("clauses", "lines"):
        yield from ((f"{name}{place}", text) for place, text in enumerate(page[name]))
