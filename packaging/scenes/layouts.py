"""Layouts: the list, the wording, the page laid out by hand."""

from __future__ import annotations

from .stage import Scene, Stage, page


def _made(stage: Stage) -> str:
    """A copy of the layout that ships; its id."""
    from qc_desktop.documents.layout import load_layout
    from qc_desktop.services.layouts import versions

    office = stage.window.desk.office
    known = next((row for row in versions.listing(office) if not row.ships), None)
    return (known or versions.create(office, load_layout("pledge_display_certificate"), "示例版式")).id


def layout_wording(stage: Stage) -> None:
    """Plain text beside the page."""
    stage.go("layouts", _made(stage))


def layout_page(stage: Stage) -> None:
    """The page with one element at hand."""
    page = stage.go("layouts", f"{_made(stage)}:page")
    page.bench.making.choose(["title"])


def layout_claim(stage: Stage) -> None:
    """A word that claims too much."""
    layout_wording(stage)
    field = stage.page.bench.wording.fields["words.label_heading"]
    field.setPlainText("国家级推荐标识")


SCENES: dict[str, Scene] = {
    "layouts": page("layouts"),
    "layout_wording": layout_wording,
    "layout_page": layout_page,
    "layout_claim": layout_claim,
}
