"""Certificates: the register, a batch, files and packages, printing, the desk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from benchmarks.stall_steps.common import PASSPHRASE, Step, page_of

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window


def register(window: Window) -> Iterator[Step]:
    """Searched, sorted, files and printing offered."""
    shell = window.shell
    yield "certificates", partial(shell.go, "certificates")
    at_hand = page_of(window)
    register = at_hand.register
    yield "certificates: first row", partial(register.table.choose_place, 0)
    for column in register.model.columns:
        if column.sortable:
            yield f"certificates: sort {column.id}", partial(register.head.sort_changed.emit, column.id, True)
    yield "certificates: search", partial(register.search.setText, "000123")
    yield "certificates: all again", register.search.clear
    yield "certificates: make files", partial(at_hand.open_item, "make")
    yield "certificates: register", at_hand.show_register
    yield "certificates: print", partial(at_hand.open_item, "print")
    yield "certificates: print batches", at_hand.show_batches
    yield "certificates: register again", at_hand.show_register
    yield "certificates: issue, choose", partial(at_hand.open_item, "issue")


def issuing(window: Window, folder: Path) -> Iterator[Step]:
    """From the choice to files and packages; one enlarged, one revoked."""
    from qc_desktop.domain.certificates import CertificateState
    from qc_desktop.gui.pages.certificates.make_view import PACKAGE

    at_hand = page_of(window)
    yield "issuing: begun", at_hand.begin_batch
    yield "issuing: checked, a page previewed", at_hand.rooms.batch.go_on
    yield "issuing: the passphrase asked for", at_hand.rooms.batch.go_on
    for field in at_hand.rooms.batch.issue.passphrase.findChildren(QLineEdit):
        field.setText(PASSPHRASE)
    yield "issuing: issued", at_hand.rooms.batch.go_on
    yield "issuing: files made and checked", partial(_make, at_hand.rooms.batch.make, folder / "all.pdf")
    yield "issuing: packages made", partial(_make, at_hand.rooms.batch.make, folder / "packages", PACKAGE)
    number = at_hand.rooms.batch.make.numbers[0]
    yield "issuing: back to the register", at_hand.show_register
    yield "certificates: one of them", partial(at_hand.open_item, number)
    yield "certificates: enlarged", partial(at_hand._enlarge, number)
    yield "certificates: left", at_hand.show_register
    yield "certificates: ending asked for", partial(at_hand.work._start_ending, CertificateState.REVOKED)
    yield "certificates: revoked", partial(at_hand.work._end, number, CertificateState.REVOKED, "示例原因", PASSPHRASE)


def _make(view: Any, path: Path, mode: str = "") -> None:
    if mode:
        view.mode.choose(mode)
    view.place.setText(str(path))
    view.start_button.click()


def desk_and_history(window: Window, folder: Path) -> Iterator[Step]:
    """Numbers, names and a PDF asked about; the history."""
    shell = window.shell
    yield "desk", partial(shell.go, "desk")
    desk = page_of(window)
    for text in ("QC-2026-315-000123", "000123", "青禾", "qhdq", ""):
        yield f"desk: {text or 'nothing'}", partial(desk.field.setText, text)
    yield "desk: a PDF", partial(desk.look_at_file, str(folder / "all.pdf"))
    yield "desk: a call entered", desk.enter
    yield "history", partial(shell.go, "history")
    history = page_of(window)
    bar = history.table.verticalScrollBar()
    for share in (3, 2, 1):
        yield f"history: scroll to 1/{share}", lambda share=share: bar.setValue(bar.maximum() // share)
    yield "history: an action", partial(history.table.choose_place, 0)
    yield "history: exported", partial(history.export, folder / "history.xlsx")
