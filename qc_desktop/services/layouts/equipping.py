"""Layouts made able to draw what they only name: pictures, and fonts that the office added."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Layout, Resources, parse_layout
from qc_desktop.errors import UserError
from qc_desktop.services import fonts
from qc_desktop.services.layouts import pictures
from qc_desktop.services.office import Office


def equipped(office: Office, session: Session, layout: Layout) -> Layout:
    """``layout`` with its pictures, as far as they are there, and with the office's fonts behind the shipped ones."""
    return layout.with_resources(Resources(pictures.kept(session, pictures.named(layout)), fonts.specs(office)))


def kept_layout(content: str, sha256: str) -> Layout:
    """The layout that was kept as ``content`` under its hash.

    Raises UserError where it cannot be read any more, or is not what was kept: nothing is printed from that.
    """
    try:
        layout = parse_layout(content)
    except UserError as problem:
        if problem.code == "documents.layout_newer":
            raise
        raise UserError("layout.damaged") from problem
    if layout.sha256 != sha256:
        raise UserError("layout.damaged")
    return layout
