"""A layout of the office taken into use in the place of the one that ships."""

from __future__ import annotations

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.services.layouts import versions
from qc_desktop.services.office import Office


def use_words(office: Office, kind: str, *, phrases: dict[str, tuple[str, ...]] | None = None, **words: str) -> Layout:
    """Takes the layout of ``kind`` into use with other words."""
    shipped = load_layout(kind)
    made = changed(shipped, words={**shipped.words, **words}, phrases={**shipped.phrases, **(phrases or {})})
    versions.use(office, versions.create(office, made, "示例版式"))
    return made
