"""A layout of the office taken into use in the place of the one that ships."""

from __future__ import annotations

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.shipped import load_design, load_layout
from qc_desktop.services.layouts import versions
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import DocumentLayout


def use_words(office: Office, kind: str, *, phrases: dict[str, tuple[str, ...]] | None = None, **words: str) -> Layout:
    """Takes the layout of ``kind`` into use with other words."""
    shipped = load_layout(kind)
    made = changed(shipped, words={**shipped.words, **words}, phrases={**shipped.phrases, **(phrases or {})})
    versions.use(office, versions.create(office, made, "示例版式"))
    return made


def spoil_words(office: Office, kind: str, **words: str) -> None:
    """As :func:`use_words`, of words that would be refused: an earlier version of the program let them be used."""
    shipped = load_design(kind)
    row = versions.create(office, changed(shipped, words={**shipped.words, **words}), "示例旧版式")
    with office.writing("layout_use", name=row.name, kind=kind) as work:
        work.session.get_one(DocumentLayout, row.id).in_use = True
