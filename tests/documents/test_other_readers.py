"""A certificate's page in the hands of others: poppler and MuPDF draw it, zbar and zxing read its label."""

from __future__ import annotations

from collections import Counter

import pytest

from qc_desktop.documents.rendering import render_file
from qc_desktop.domain.progress import finish
from tests import readers
from tests.documents.test_rendering import printed

pytestmark = pytest.mark.skipif(bool(readers.missing()), reason=f"not installed: {', '.join(readers.missing())}")


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize("draw", readers.RENDERERS, ids=["poppler", "mupdf"])
def test_every_label_is_read_whoever_draws_it(tmp_path, sheets, layouts, draw, dpi: int) -> None:
    path = finish(render_file(sheets, tmp_path / "示例.pdf", layouts))
    pages = draw(path, dpi, tmp_path)
    assert len(pages) == len(sheets)
    for page, sheet in zip(pages, sheets, strict=True):
        assert readers.zxing(page) == [sheet.qr_text]
        assert readers.zbar(page) == [sheet.qr_text]


def test_poppler_selects_what_was_printed(tmp_path, sheets, layout, layouts) -> None:
    path = finish(render_file(sheets, tmp_path / "示例.pdf", layouts))
    wanted = sum((printed(sheet, layout) for sheet in sheets), Counter())
    assert Counter(readers.text_by_poppler(path)) == wanted
