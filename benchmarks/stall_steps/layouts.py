"""Layouts: a copy worded, laid out by mouse and keys, saved and used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.stall_steps.common import Step, page_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from qc_desktop.gui.window import Window


def layouts(window: Window) -> Iterator[Step]:
    """From the list to a layout of the office's own, and back."""
    yield "layouts", partial(window.shell.go, "layouts")
    page = page_of(window)
    overview = page.overview
    for place in (1, 0):
        yield f"layouts: the one at {place}", partial(overview.list.setCurrentRow, place)
    yield "layouts: a copy, its wording", overview.wording.click
    yield from _worded(page.bench)
    yield from _laid_out(page.bench)
    yield "layouts: saved", page.bench.foot.save_button.click
    yield "layouts: back to the list", page.bench.head.back.click
    yield "layouts: used from now on", overview.use.click
    yield "layouts: taken back", window.shell.undo


def _worded(bench: Any) -> Iterator[Step]:
    """Titles and lines typed, a word that claims too much among them, which goes again."""
    for name, text in (
        ("words.title", "示例承诺展示证明"),
        ("words.label_heading", "国家级推荐"),
        ("words.label_heading", "专用"),
        ("phrases.label", "扫码查验\n编号：{证书编号}\n有效期至：{有效期至}"),
    ):
        yield f"layouts: {name} typed, {text[:4]}", partial(bench.wording.fields[name].setPlainText, text)


def _laid_out(bench: Any) -> Iterator[Step]:
    """The title dragged and moved, values typed, steps back and forth."""
    from PySide6.QtCore import QPointF

    from qc_desktop.gui.pages.layouts.workbench import PAGE

    canvas = bench.editor.board.canvas
    yield "editor: the page", partial(bench.head.tabs.choose, PAGE)
    box = bench.making.boxes()["title"]
    start = QPointF(box.x + box.width / 2, box.y + box.height / 2)
    yield "editor: an element pressed", partial(_mouse, canvas, "MouseButtonPress", start)
    for apart in (4.0, 9.0, 12.0):
        yield f"editor: dragged {apart:g} mm", partial(_mouse, canvas, "MouseMove", start + QPointF(apart, apart))
    yield "editor: let go", partial(_mouse, canvas, "MouseButtonRelease", start + QPointF(12.0, 12.0))
    for key in ("Key_Right", "Key_Down"):
        yield f"editor: {key}", partial(_key, canvas, key)
    yield "editor: a value typed", lambda: bench.editor.properties.field("size").setValue(30.0)
    yield "editor: everything selected", partial(_key, bench.editor, "Key_A", control=True)
    for act in ("undo", "undo", "undo", "redo"):
        yield f"editor: {act}", getattr(bench.head, act).click
    yield "editor: larger", partial(bench.editor.board.zoom_by, 1.5)
    yield "editor: the whole page", bench.editor.board.fit
    yield "editor: longest name", partial(_choose_whose, bench)


def _choose_whose(bench: Any) -> None:
    bench.head.whose.setCurrentIndex(bench.head.whose.count() - 1)
    bench.head.whose.activated.emit(bench.head.whose.currentIndex())


def _mouse(canvas: Any, kind: str, mm: QPointF) -> None:
    """The left button at ``mm`` of the page."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from qc_desktop.gui.pages.layouts.editor.canvas import MARGIN

    at = QPointF((mm.x() + MARGIN) * canvas.scale, (mm.y() + MARGIN) * canvas.scale)
    left, held = Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton
    if kind == "MouseMove":
        left = Qt.MouseButton.NoButton
    if kind == "MouseButtonRelease":
        held = Qt.MouseButton.NoButton
    where = canvas.mapToGlobal(at)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(canvas, QMouseEvent(QEvent.Type[kind], at, where, left, held, none))


def _key(part: Any, key: str, *, control: bool = False) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(part, QKeyEvent(QEvent.Type.KeyPress, Qt.Key[key], held))
