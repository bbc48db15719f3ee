from __future__ import annotations

import pytest

from qc_desktop.documents.layout import Layout, by_hash
from qc_desktop.documents.layout.shipped import load_layout
from tests.documents.samples import make_sheet


@pytest.fixture
def layout() -> Layout:
    return load_layout("pledge_display_certificate")


@pytest.fixture
def layouts(layout: Layout) -> dict[str, Layout]:
    return by_hash(layout)


@pytest.fixture
def sheets():
    """Certificates of invented companies: plain, with brackets, very long, rare characters, Latin, no lists."""
    return [
        make_sheet(1),
        make_sheet(2, "示例（集团）青禾电器“乐家”股份有限公司"),
        make_sheet(3, "示例" + "很长的企业名称" * 7 + "（集团）有限责任公司"[:9]),
        make_sheet(4, "示例喆堃珺镕䶮𬱖科技有限公司", hotline=""),
        make_sheet(5, "示例AB-Tech 3D打印（Shanghai）有限公司", products=[], standards=[]),
        make_sheet(6, "示例一二三文化有限公司", products=[f"示例产品第{n}号" for n in range(40)], copy=2),
    ]
