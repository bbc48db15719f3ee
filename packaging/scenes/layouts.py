"""Layouts: the list, the wording, the page laid out by hand."""

from __future__ import annotations

from .stage import Scene, Stage, page


def _made(stage: Stage, kind: str = "pledge_display_certificate") -> str:
    """A copy of the layout that ships; its id."""
    from qc_desktop.documents.layout.shipped import load_design
    from qc_desktop.services.layouts import versions

    office = stage.window.desk.office
    known = next((row for row in versions.listing(office, kind) if not row.ships), None)
    return (known or versions.create(office, load_design(kind), "示例版式")).id


def layout_wording(stage: Stage) -> None:
    """Plain text beside the page."""
    from qc_desktop.gui.screenshots import wait_until

    bench = stage.go("layouts", _made(stage)).bench
    wait_until(lambda: not bench.wording.picture.is_blank)


def layout_page(stage: Stage) -> None:
    """The page with one element at hand."""
    page = stage.go("layouts", f"{_made(stage)}:page")
    page.bench.making.choose(["title"])


def letter_wording(stage: Stage) -> None:
    """The words of a letter of several pages, its last page beside them."""
    from qc_desktop.gui.screenshots import wait_until

    bench = stage.go("layouts", f"{_made(stage, 'announcement')}:wording").bench
    wait_until(lambda: bench.head.leaves.place.text() == "1/3")
    first = bench.wording.picture._image
    bench.head.leaves.on.click()
    bench.head.leaves.on.click()
    wait_until(lambda: bench.wording.picture._image != first)


def letter_page(stage: Stage) -> None:
    """A letter laid out by hand, an element at hand that only some letters have."""
    from qc_desktop.gui.screenshots import wait_until

    bench = stage.go("layouts", f"{_made(stage, 'announcement')}:page").bench
    wait_until(lambda: bench.head.leaves.place.text() == "1/3")
    bench.making.choose(["rule"])


def letter_listed(stage: Stage) -> None:
    """A letter among the layouts."""
    from qc_desktop.gui.screenshots import wait_until

    page = stage.go("layouts", "usage_notice:list")
    wait_until(lambda: not page.overview.picture.is_blank)


def layout_claim(stage: Stage) -> None:
    """A word that claims too much."""
    layout_wording(stage)
    field = stage.page.bench.wording.fields["words.label_heading"]
    field.setPlainText("国家级推荐标识")


def label_wording(stage: Stage, view: str = "wording") -> None:
    """What labels say, beside one of them."""
    from qc_desktop.gui.screenshots import wait_until

    bench = stage.go("layouts", f"{_made(stage, 'verification_label')}:{view}").bench
    wait_until(lambda: not bench.wording.picture.is_blank)


def label_lines(stage: Stage) -> None:
    """The lines of labels of one size."""
    label_wording(stage, "page")


def label_without_room(stage: Stage) -> None:
    """A heading that is too long for the smallest labels."""
    from qc_desktop.gui.screenshots import wait_until

    label_wording(stage)
    bench = stage.page.bench
    wait_until(lambda: bool(bench.looks.told.text()))
    bench.wording.fields["words.heading"].setPlainText("质量诚信溯源和|防伪验证专用标识" * 2)
    bench.looks.sheets.choose("A4-65")
    wait_until(lambda: bool(bench.appearance.note.text))


def label_sheet(stage: Stage) -> None:
    """The layout of labels among the others."""
    from qc_desktop.gui.screenshots import wait_until

    page = stage.go("layouts", "verification_label:list")
    wait_until(lambda: not page.overview.picture.is_blank)


SCENES: dict[str, Scene] = {
    "layouts": page("layouts"),
    "layout_wording": layout_wording,
    "layout_page": layout_page,
    "layout_claim": layout_claim,
    "letter_listed": letter_listed,
    "letter_wording": letter_wording,
    "letter_page": letter_page,
    "label_sheet": label_sheet,
    "label_wording": label_wording,
    "label_lines": label_lines,
    "label_without_room": label_without_room,
}
