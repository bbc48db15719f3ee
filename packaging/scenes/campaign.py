"""The campaign of the year: standing, roll-forward, chase list, returned forms, review."""

from __future__ import annotations

from .stage import Scene, Stage, page


def opening(stage: Stage) -> None:
    """The form of a new year."""
    stage.go("campaign", "opening")


def roster(stage: Stage) -> None:
    """The roster, at the foot of the page."""
    from qc_desktop.gui.widgets.into_view import bring_into_view

    bring_into_view(stage.go("campaign", "standing").rooms.standing.roster)


def roster_columns(stage: Stage) -> None:
    """Choosing what the roster shows."""
    page = stage.go("campaign", "standing")
    page.rooms.standing.roster.begin_choosing()


def returns_preview(stage: Stage) -> None:
    """Forms that came back."""
    from qc_desktop.gui.pages.campaign.returns import drops

    page = stage.go("campaign", drops.key_of([stage.forms]))
    page.rooms.returns.preview.table.choose_place(0)


def rolling(stage: Stage) -> None:
    """What changed with the companies of last year."""
    page = stage.go("campaign", "rolling")
    page.rooms.rolling.chips.choose("industry")
    stage.rest()
    page.rooms.rolling.table.choose_place(0)


def review_reasons(stage: Stage) -> None:
    """Sending back."""
    page = stage.go("campaign", "review")
    page.rooms.review.ask_reason()


def chase(stage: Stage) -> None:
    """Who has not answered, and the text for one of them."""
    page = stage.go("campaign", "chase")
    page.rooms.chase.listing.table.choose_place(0)


SCENES: dict[str, Scene] = {
    "campaign": page("campaign", "standing"),
    "roster": roster,
    "roster_columns": roster_columns,
    "campaign_details": page("campaign", "details"),
    "clauses": page("campaign", "clauses"),
    "opening": opening,
    "rolling": rolling,
    "chase": chase,
    "returns": page("campaign", "returns"),
    "returns_preview": returns_preview,
    "review": page("campaign", "review"),
    "review_reasons": review_reasons,
}
