"""Companies: the list, one of them, lists brought in, and what changes all of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.stall_steps.common import Step, choose_value, page_of, paste

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window


def listing(window: Window, folder: Path) -> Iterator[Step]:
    """Searched, filtered, sorted, columns, all of them, duplicates."""
    window.shell.go("companies")
    at_hand = page_of(window)
    listing = at_hand.listing
    for text in ("青", "青禾", "青禾电器", "qhdq", "公司", "91500"):
        yield f"companies: search {text}", partial(listing.search.setText, text)
    yield "companies: all again", listing.show_everything
    for key in ("review", "awaited", "returned", "outside", "all"):
        if listing.chips.offers(key):
            yield f"companies: filter {key}", partial(listing.chips.choose, key)
    yield "companies: filters unfold", listing.more.toggle
    yield "companies: filters fold", listing.more.toggle
    for column in listing.model.columns:
        if column.sortable:
            yield f"companies: sort {column.id}", partial(listing._sort, column.id, descending=True)
    yield "companies: sort name", partial(listing._sort, "name", descending=False)
    yield "companies: columns", listing.head._drop_down
    yield "companies: columns away", listing.head._menu.close
    bar = listing.table.verticalScrollBar()
    for share in (4, 2, 1):
        yield f"companies: scroll to 1/{share}", lambda share=share: bar.setValue(bar.maximum() // share)
    yield "companies: select all", listing.choose_everyone
    yield "companies: exported", lambda: at_hand.ways.exporting.write(listing.query, folder / "companies.xlsx")
    yield "companies: start to change all", at_hand.ways.changing.start
    yield "companies: a value", partial(choose_value, at_hand.rooms.bulk)
    yield "companies: preview of changing all", at_hand.rooms.bulk.preview
    yield "companies: leave", at_hand.rooms.bulk.leave
    yield "companies: let go", listing.let_go
    yield "companies: duplicates", at_hand.ways.find_duplicates
    yield "companies: leave duplicates", at_hand.rooms.duplicates.go_back


def one(window: Window) -> Iterator[Step]:
    """One company: its parts, and a new one."""
    window.shell.go("companies")
    at_hand = page_of(window)
    listing = at_hand.listing
    yield "company: first row", partial(listing.table.choose_place, 0)
    yield "company: next row", partial(listing.table.choose_place, 1)
    yield "company: open", lambda: listing.opened.emit(listing.model.key_of(1))
    for aspect in ("membership", "timeline", "scans", "form"):
        yield f"company: {aspect}", partial(at_hand.aspects.go, aspect)
    yield "company: new", at_hand.ways.start_new
    for text in ("示", "示例青禾", "示例青禾电器有限公司"):
        yield f"company: new, name {text}", partial(at_hand.editor.company.form.name.setText, text)
    yield "company: name taken away", partial(at_hand.editor.company.form.name.setText, "")
    message = "开票信息\n名称：示例青禾电器有限公司\n税号：91350100M000100Y43\n电话：0591-12345678"
    yield "company: a message pasted", partial(paste, message, at_hand.editor.paste_button.click)
    yield "company: form left", partial(listing.table.choose_place, 0)


def lists_in(window: Window, folder: Path) -> Iterator[Step]:
    """A list of 2,000 comes in and goes again; rows from the clipboard."""
    at_hand = page_of(window)
    path = folder / "list.xlsx"
    command = f"from benchmarks.reading import write_sample; write_sample(Path({str(path)!r}), 2000)"
    subprocess.run([sys.executable, "-c", f"from pathlib import Path; {command}"], check=True)  # its memory is not ours
    yield "import: start", at_hand.ways.start_import
    yield "import: preview of 2,000", partial(at_hand.rooms.importing.look_at, path)
    yield "import: imported", at_hand.rooms.importing.run
    yield "import: taken back", window.shell.undo
    yield "import: begun again", at_hand.ways.start_import
    yield "import: left", at_hand.rooms.importing.left.emit
    rows = "企业名称\t联系人\n" + "\n".join(f"示例粘贴{number}有限公司\t示例人" for number in range(200))
    yield "import: 200 rows pasted", partial(paste, rows, at_hand.ways.paste)
    yield "import: left again", at_hand.rooms.importing.left.emit
