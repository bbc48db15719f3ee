"""Invented records; no such company exists."""

from __future__ import annotations

from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.sheets import Sheet
from qc_desktop.documents.wording import statement
from qc_desktop.domain.records import Record, canonical, compact

LAYOUT = load_layout("pledge_display_certificate")
PREFIX = "https://example.org/v/#"
USCC = "91350100M000100Y43"
CLAUSES = (
    "遵守质量法律法规和强制性标准",
    "公开执行标准并保持一致",
    "全过程检验，记录可查",
    "缺陷产品主动召回",
    "售后服务与损害赔偿",
    "材料真实，同意公示",
)


def facts(holder: str = "示例青禾电器股份有限公司", **others: object) -> dict[str, object]:
    return {
        "holder": holder,
        "uscc": USCC,
        "year": 2026,
        "theme": "“3·15”产品和服务质量诚信承诺主题活动",
        "displayed_from": "2026-03-15",
        "announcement_no": "2026年第12号",
        **others,
    }


def make_record(number: int = 1, holder: str = "示例青禾电器股份有限公司", **others: object) -> Record:
    return compact(
        {
            "number": f"QC-2026-315-{number:06}",
            "kind": LAYOUT.kind,
            "title": "承诺展示公告证明",
            "holder": holder,
            "uscc": USCC,
            "issued": "2026-03-20",
            "expires": "2027-03-19",
            "statement": statement(LAYOUT, facts(holder)),
            "pledge_text": CLAUSES,
            "products": ["示例牌电饭煲", "示例牌电水壶"],
            "standards": ["Q/SL 001—2025"],
            "issuer": "示例质量检验协会",
            "announcement_no": "2026年第12号",
            "hotline": "400-000-0000",
            "template": LAYOUT.sha256,
            **others,
        }
    )


def make_sheet(number: int = 1, holder: str = "示例青禾电器股份有限公司", copy: int = 1, **others: object) -> Sheet:
    record = make_record(number, holder, **others)
    digits = "".join(str((number * 31 + place * place * 7) % 10) for place in range(300 + number))
    return Sheet(record, PREFIX, digits, copy, canonical(record))
