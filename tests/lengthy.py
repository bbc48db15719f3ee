"""An office whose records are as long as real ones: names of 18 to 30 characters, addresses, remarks, products."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.services.companies.editing import fill
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import (
    Company,
    Contact,
    FormerName,
    Participation,
    Pledge,
    PledgeProduct,
    Product,
    StandardDeclaration,
)

OPERATOR = "示例质量监督与会员服务部欧阳明珠"
PRINTER = "示例三楼大办公室东侧彩色激光一体打印机"
REASON = "承诺书没有加盖公章，企业标准自我声明公开的编号与承诺书中的不一致，请改正后连同营业执照复印件一并重新寄来"
_MORE = ("智能家用电器制造", "绿色健康科技发展", "精密装备技术服务", "新能源材料研究开发")
_FORMS = ("股份有限公司", "（集团）有限责任公司", "有限公司示例第二分公司", "（QINGHE Electric Appliance）有限公司")
_PRODUCTS = ("变频节能型家用和类似用途空气调节器", "即热式与储水式两用电热水器（含太阳能辅助加热）")
_KIND = "（变频节能型，含安装与售后上门维修服务）"
_STANDARDS = ("GB/T 7725-2022 房间空气调节器", "Q/SLQH 001-2025 示例企业标准 家用电器通用技术条件")
_ADDRESS = "示例市湖里区高新技术产业开发区示例大道2026号示例创新园A区18号楼6层东侧601至618单元"
_REMARK = "上一年度曾由示例省分会代为联系，纸质承诺书请寄到厂区传达室，发票抬头须写全称；" * 3


def long_name(name: str, place: int) -> str:
    """What a company called ``name`` in the sample is called here."""
    stem = name.removeprefix("示例").removesuffix("有限责任公司").removesuffix("有限公司").removesuffix("股份")
    return f"示例{stem}{_MORE[place % len(_MORE)]}{_FORMS[place // 2 % len(_FORMS)]}"


def lengthen(office: Office) -> None:
    """Gives every company, contact and pledge in the records texts as long as real ones."""
    with office.writing("company_change", name="示例") as work:
        for place, company in enumerate(work.session.scalars(select(Company).order_by(Company.sort_key))):
            fill(company, _company(company, place), overwrite=False)
        for contact in work.session.scalars(select(Contact)):
            contact.name, contact.phone = "阿卜杜热依木·示例江（质量管理部）", "0592-5550000转8016、13800000000"
            contact.email = "quality.management.department@group.company.example"
        for former in work.session.scalars(select(FormerName)):
            former.name = long_name(former.name, 0)
        _lengthen_pledges(work.session)


def _company(company: Company, place: int) -> CompanyDraft:
    draft = CompanyDraft(name=long_name(company.name, place), address=company.province + _ADDRESS, remark=_REMARK)
    return replace(
        draft,
        short_name="示例青禾智能家电集团",
        hotline="400-000-0000转8001、0592-5550000",
        website="https://www.quality-commitment.company.example/zh-cn/index",
        legal_representative="示例·欧阳明珠江",
    )


def _lengthen_pledges(session: Session) -> None:
    others: dict[str, list[Product]] = {}
    for product in session.scalars(select(Product)):
        product.name += _KIND
    for pledge in session.scalars(select(Pledge)):
        company_id = session.get_one(Participation, pledge.participation_id).company_id
        if company_id not in others:
            others[company_id] = [Product(company_id=company_id, name=name) for name in _PRODUCTS]
        _say_more(pledge, others[company_id])


def _say_more(pledge: Pledge, others: Sequence[Product]) -> None:
    pledge.signatory = "阿卜杜热依木·示例江（授权代表）"
    pledge.products += [PledgeProduct(product=each, position=10 + place) for place, each in enumerate(others)]
    said = {each.product_standard for each in pledge.standards}
    pledge.standards += [
        StandardDeclaration(product_standard=name, position=10 + place)
        for place, name in enumerate(_STANDARDS)
        if name not in said
    ]
