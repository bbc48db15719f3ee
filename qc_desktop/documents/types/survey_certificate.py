"""调查汇总证明: what the inspection reports of a product said that were handed in during a survey."""

from __future__ import annotations

from qc_desktop.documents.types import DocumentType, listed, plain
from qc_desktop.documents.types.statements import STATEMENT, copy_number

_REPORTS = {
    "report_no": ("示检字2025第0101号", "示检字2025第0618号", "示检字2026第0112号"),
    "report_by": ("示例产品质量检验院", "示例产品质量检验院", "示例电器检测中心"),
    "report_date": ("2025-01-20", "2025-06-30", "2026-01-15"),
    "report_result": ("所检项目符合标准要求",) * 3,
}

SURVEY_CERTIFICATE = DocumentType(
    kind="survey_certificate",
    variables=(
        plain("number", "QC-2026-361-000128"),
        plain("title", "产品质量检验调查汇总证明", own=False),
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("uscc", "91350100M000100Y43"),
        plain("product", "示例牌电饭煲"),
        plain("brand", "示例"),
        plain("model", "SL-40A"),
        plain("window_from", "2025-01-01", own=False),
        plain("window_until", "2026-01-31", own=False),
        plain("issued", "2026-03-15", own=False),
        plain("expires", "2027-03-14", own=False),
        plain("issuer", "示例质量检验协会", own=False),
        plain("hotline", "400-000-0000"),
        *STATEMENT,
        *(listed(name, sample) for name, sample in _REPORTS.items()),
        copy_number(),
    ),
    required=("number", "kind", "title", "holder", "uscc", "product", "issued", "statement", "report_no", "issuer"),
    words=("title", "code", "scope", "label_heading", "number", "copy"),
    phrases=("statement", "label"),
    word_slots={"title": (), "code": ("uscc",)},
    says=(
        "number",
        "title",
        "holder|statement_holder",
        "uscc|statement_code",
        "statement|body",
        "report_no",
        "issued",
        "issuer",
        "word.scope",
    ),
    phrase_slots={
        "statement": {
            "holder": "示例（集团）青禾电器股份有限公司",
            "uscc": "91350100M000100Y43",
            "product": "示例牌电饭煲",
            "brand": "示例",
            "model": "SL-40A",
            "window_from": "2025-01-01",
            "window_until": "2026-01-31",
            "reports": "3",
            "result": "所检项目均符合标准要求",
        }
    },
    elements=("label", "seal"),
    schemes=("navy", "red"),
)
