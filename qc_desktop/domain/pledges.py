"""诚信承诺: the text a company signs, clause by clause, and what it declares with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PledgeClause:
    """承诺条款: ``short`` is printed on the certificate, ``full`` stands in the pledge letter and on the page."""

    short: str
    full: str


DEFAULT_CLAUSES: tuple[PledgeClause, ...] = (
    PledgeClause("遵守质量法律法规和强制性标准", "遵守质量、标准、计量和消费者权益法律，执行强制性标准。"),
    PledgeClause("公开执行标准并保持一致", "自我声明公开执行标准，产品服务与声明一致。"),
    PledgeClause("全过程检验，记录可查", "设计、采购、生产、检验、售后均有记录，不合格品不出厂。"),
    PledgeClause("缺陷产品主动召回", "发现缺陷立即停售、报告、召回。"),
    PledgeClause("售后服务与损害赔偿", "依法修理、更换、退货、赔偿，及时答复诉求。"),
    PledgeClause("材料真实，同意公示", "材料真实，同意公开展示，接受监督。"),
)
