from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

HEADERS = ["企业名称", "统一社会信用代码", "省份"]
GOOD = ["示例检测有限公司", "91350100M000100Y43", "福建省"]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Makes an .xlsx of one sheet from rows; ``also`` adds further sheets."""

    def make(rows: Sequence[Sequence[Any]], name: str = "示例.xlsx", also: dict[str, Any] | None = None) -> Path:
        book = openpyxl.Workbook()
        book.active.title = "首页"
        for row in rows:
            book.active.append(list(row))
        for title, others in (also or {}).items():
            sheet = book.create_sheet(title)
            for row in others:
                sheet.append(list(row))
        book.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes bytes, or text as UTF-8, to a file."""

    def make(content: bytes | str, name: str = "示例.csv") -> Path:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / name

    return make
