"""公告 of the companies that take part, in the format of official documents (GB/T 9704-2012).

Its pages are ordinary pages of a layout; the roster that it announces follows as the annex, see ``announcing.py``.
"""

from __future__ import annotations

from qc_desktop.documents.types import LETTER, DocumentType, page_number, plain

ANNOUNCEMENT = DocumentType(
    kind="announcement",
    variables=(
        plain("announcement_no", "2026年第12号", own=False),
        plain("roster", "2026年“3·15”产品和服务质量诚信承诺企业名单", own=False),
        plain("year", "2026", own=False),
        plain("theme", "“3·15”产品和服务质量诚信承诺主题活动", own=False),
        plain("count", "1999", own=False),
        plain("displayed_from", "2026-03-15", own=False),
        plain("red_head", "红头", own=False),
        plain("issued", "2026-03-15", own=False),
        plain("issuer", "示例质量检验协会", own=False),
        page_number(),
    ),
    required=("announcement_no", "roster", "year", "theme", "count", "issued", "issuer"),
    words=("banner", "title", "attachment", "annex", "annex_below", "page"),
    phrases=("paragraphs",),
    says=("announcement_no", "roster", "issued", "issuer"),
    schemes=("navy", "red"),
    group=LETTER,
    pages=True,
)
