"""interface.md's checks over the real page: list, form, import; two languages, five sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from .. import checks
from ..real import settle, unfit, unreachable
from .conftest import Open, Window
from .test_import import book

VIEWED = [
    *("list", "form", "several", "reason", "choose", "columns", "preview"),
    *("filters", "naming", "bulk", "bulk_preview"),
]
LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])
VIEWS = pytest.mark.parametrize("view", VIEWED)


def turned_to(window: Window, view: str, tmp_path: Path) -> Window:
    page = window.page
    if view == "form":
        page.ways.start_new()
        page.editor.company.form.more.setChecked(True)
    elif view == "several":
        page.listing.choose_everyone()
    elif view == "reason":
        page.listing.chips.choose("review")
        window.idle()
        page.listing._step_into()
        window.idle()
        page.review.with_scope(page.review.ask_reason)
    elif view in ("filters", "naming"):
        page.listing.panel.pickers["stages"].choose("material_review")
        window.idle()
        page.listing.more.click() if view == "filters" else page.saved.ask_filter()
    elif view.startswith("bulk"):
        page.listing.choose_everyone()
        page.ways.changing.start()
        if view == "bulk_preview":
            page.rooms.bulk.preview()
    elif view in ("choose", "columns", "preview"):
        page.ways.start_import()
        if view != "choose":
            headers = ["企业名称", "统一社会信用代码", "省份", "示例未知栏"]
            rows = [["示例新来有限公司", "91350100M000100Y43", "福建省", "示例"]]
            page.rooms.importing.look_at(book(tmp_path / "名单.xlsx", rows, headers))
            window.idle()
        if view == "preview":
            page.rooms.importing.check_again()
    window.idle()
    return window


@LANGS
@VIEWS
def test_everything_fits_and_is_reached(opened: Open, tmp_path: Path, lang: str, view: str) -> None:
    window = turned_to(opened(lang, checks.SIZES[-1]), view, tmp_path)
    assert unfit(window.qtbot, window.shell) == []
    window.shell.resize(1366, 728)
    settle(window.qtbot)
    assert unreachable(window.shell) == []
