"""Labels: agreements, a new one, batches, a new batch."""

from __future__ import annotations

from .stage import Scene, Stage, page


def agreement(stage: Stage) -> None:
    """An agreement beside the list."""
    shown = stage.go("labels", "agreements")
    shown.agreements.table.choose_place(1)


def new_agreement(stage: Stage) -> None:
    """A new agreement, a product of which the law asks more."""
    shown = stage.go("labels", "agreement")
    form = shown.agreements.editor.form
    form.products.setPlainText("示例纯净饮料\n示例电水壶")


def batch(stage: Stage) -> None:
    """A batch beside the list."""
    shown = stage.go("labels", "batch:00001")
    shown.batches.split.open_detail()


def order(stage: Stage) -> None:
    """A new batch, typed, with its label."""
    shown = stage.go("labels", "new")
    stage.rest()
    shown.order.form.lot.setText("L20260320")
    shown.order.form.count.setText("2000")
    shown.order.look_wanted.emit()


def printing(stage: Stage) -> None:
    """A batch on its way to paper, on a sheet of which some labels are used."""
    from qc_desktop.domain.label_sheets import SheetMemory

    shown = stage.go("labels", "print:00001")
    stage.rest()
    shown.print.picture.chosen.emit(SheetMemory(8, (12,)))
    shown.print.look_wanted.emit()


def noting(stage: Stage) -> None:
    """What became of labels."""
    stage.go("labels", "note:00001")


def stopping(stage: Stage) -> None:
    """Asking before a batch is stopped."""
    stage.go("labels", "stop:00001")


def of_company(stage: Stage) -> None:
    """The agreements and batches of a company, on its page."""
    stage.go("companies", stage.company(20))
    stage.rest()
    stage.page.aspects.go("labels")


def stopped(stage: Stage) -> None:
    """A stopped batch with its notice."""
    shown = stage.go("labels", "batch:00002")
    shown.batches.split.open_detail()


def seen(stage: Stage) -> None:
    """Suspicious labels, the gravest at hand."""
    shown = stage.go("labels", "seen")
    stage.rest()
    shown.seen.split.open_detail()


SCENES: dict[str, Scene] = {
    "labels": page("labels"),
    "label_agreement": agreement,
    "label_new_agreement": new_agreement,
    "label_batch": batch,
    "label_order": order,
    "label_sheets": page("labels", "sheets"),
    "label_print": printing,
    "label_noting": noting,
    "label_stopping": stopping,
    "label_stopped": stopped,
    "label_seen": seen,
    "label_visits": page("labels", "visits"),
    "company_labels": of_company,
}
