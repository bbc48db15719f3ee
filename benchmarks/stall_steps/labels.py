"""Labels: an agreement, a batch under it, its sheets, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from benchmarks.databases import LAST_YEAR
from benchmarks.stall_steps.common import PASSPHRASE, Step, page_of

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window

LABELS = 2000
"""Labels of the batch."""


def labels(window: Window, folder: Path) -> Iterator[Step]:
    """From a company to labels on sheets; the passphrase was typed when certificates were issued, or is typed."""
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.companies.filtering import CompanyFilter

    (company,) = browsing.page(window.desk.office, CompanyFilter(), 0, 1)
    yield "labels", partial(window.shell.go, "labels")
    yield "labels: a new agreement", partial(window.shell.go, "labels", f"company:{company.id}")
    page = page_of(window)
    editor = page.agreements.editor
    yield "labels: its terms typed", partial(_fill, editor.form)
    yield "labels: the agreement saved", editor.foot.save_button.click
    yield "labels: a batch begun", editor.issue.click
    order = page.order
    yield "labels: lot and count typed", partial(_order, order)
    yield "labels: the batch issued", partial(_with_passphrase, order.passphrase, order.issue)
    detail = page.batches.detail
    yield "labels: printing offered", detail.print.click
    view = page.print
    yield "labels: a folder chosen", partial(view.form.folder.setText, str(folder / "labels"))
    yield "labels: sheets made and checked", partial(_with_passphrase, view.passphrase, view.start_button)
    yield "labels: back to the batch", view.left.emit
    yield "labels: noting offered", detail.note.click
    yield "labels: noted", partial(_note, detail.noting)


def _fill(form: Any) -> None:
    typed = {"agreement_no": "SY-1", "quantity": "5000", "products": "示例电饭煲"}
    for name, text in {**typed, "starts_on": f"{LAST_YEAR}-01-01", "ends_on": f"{LAST_YEAR + 5}-12-31"}.items():
        field = getattr(form, name)
        (field.setText if isinstance(field, QLineEdit) else field.setPlainText)(text)


def _order(order: Any) -> None:
    order.form.lot.setText("L1")
    order.form.count.setText(str(LABELS))


def _with_passphrase(asked: Any, button: Any) -> None:
    for field in asked.findChildren(QLineEdit):
        if field.isVisible():
            field.setText(PASSPHRASE)
    button.click()


def _note(noting: Any) -> None:
    noting.count.setText("12")
    noting.confirm.click()
