"""Layouts made able to draw what they only name: pictures, and fonts that the office added."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Design, Layout, Resources
from qc_desktop.documents.layout.model import page_of
from qc_desktop.documents.layout.reading import parse_design
from qc_desktop.errors import UserError
from qc_desktop.services import fonts
from qc_desktop.services.layouts import pictures
from qc_desktop.services.office import Office

D = TypeVar("D", bound=Design)


def equipped(office: Office, session: Session, layout: D) -> D:
    """``layout`` with its pictures, as far as they are there, and with the office's fonts behind the shipped ones."""
    return layout.with_resources(Resources(pictures.kept(session, pictures.named(layout)), fonts.specs(office)))


def with_fonts(office: Office, layout: D) -> D:
    """``layout``, just read from a file with its pictures, with the office's fonts."""
    return layout.with_resources(Resources(layout.resources.pictures, fonts.specs(office)))


def kept_layout(content: str, sha256: str) -> Layout:
    """The page that was kept as ``content`` under its hash. Raises UserError as :func:`kept_design`."""
    return page_of(kept_design(content, sha256))


def kept_design(content: str, sha256: str) -> Design:
    """The layout that was kept as ``content`` under its hash.

    Raises UserError where it cannot be read any more, or is not what was kept: nothing is printed from that.
    """
    try:
        layout = parse_design(content)
    except UserError as problem:
        if problem.code == "documents.layout_newer":
            raise
        raise UserError("layout.damaged") from problem
    if layout.sha256 != sha256:
        raise UserError("layout.damaged")
    return layout
