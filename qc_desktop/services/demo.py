"""Whole years on invented data, marked 示例: for trying the program, for pictures, for the tests."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qc_desktop import reference
from qc_desktop.domain.admin_divisions import AdminDivision
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, MemberTier, PledgeDraft
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.uscc import check_character, org_code_is_regular
from qc_desktop.errors import UserError
from qc_desktop.services import demo_history, preferences, rosters, vault
from qc_desktop.services.campaigns import stages, years
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.certificates import issuing, printing
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.editing import fill
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.demo_history import Sampled
from qc_desktop.services.first_run import SAMPLE_ASSOCIATION
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company
from qc_desktop.storage.types import new_id

PREFIX = "https://verify.example/#"
PASSPHRASE = "示例口令-仅供试用"
"""The passphrase of sample profiles: what it protects is worth nothing."""

_FIRST = [
    "青禾",
    "远山",
    "海岚",
    "丰仓",
    "红柿",
    "木言",
    "禾木",
    "明川",
    "北辰",
    "朝路",
    "重山",
    "鹭洲",
    "长桥",
    "单乡",
    "启程",
    "云帆",
    "松涛",
    "锦江",
    "白鹿",
    "金穗",
    "清源",
    "翠屏",
    "星河",
    "雨润",
]
_TRADES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("电器", "38", ("家用空气调节器", "电热水器"), "GB 4706.1-2005"),
    ("食品", "14", ("糕点", "坚果炒货食品"), "GB/T 20977-2007"),
    ("家居", "21", ("实木餐桌", "软体沙发"), "GB/T 3324-2017"),
    ("汽车零部件", "36", ("汽车用制动器衬片",), "GB 5763-2018"),
    ("日化", "26", ("洗衣液", "洗洁精"), "QB/T 1224-2012"),
    ("轮胎", "29", ("轿车轮胎",), "GB 9743-2015"),
    ("粮油", "13", ("大豆油", "小麦粉"), "GB/T 1535-2017"),
    ("电子", "39", ("移动电源",), "GB/T 35590-2017"),
    ("纺织", "17", ("精梳棉纱", "床上用品"), "GB/T 22796-2021"),
    ("检测服务", "74", ("产品检验服务",), "RB/T 214-2017"),
)
_FORMS = ("有限公司", "股份有限公司", "有限责任公司")
_TIERS = (MemberTier.NON_MEMBER, MemberTier.MEMBER, MemberTier.MEMBER, MemberTier.COUNCIL, MemberTier.VICE_PRESIDENT)


@dataclass(frozen=True)
class Demo:
    """Where the sample year was put."""

    certificates: Path
    roster: Path
    numbers: tuple[str, ...]


def sample_year(office: Office, companies: int, year: int, back: int = 0) -> Job[str]:
    """Fills the empty records with ``companies`` invented companies and one announced year; returns its campaign's id.

    ``back`` earlier years stand before it: companies that joined, left and came back, terms, former names.
    Raises UserError where the records are not empty: sample data never mixes with real data.
    """
    if browsing.count(office, CompanyFilter()) or years.campaigns(office):
        raise UserError("demo.not_empty")
    wording = {"association_name": SAMPLE_ASSOCIATION, "verification_prefix": PREFIX}
    preferences.change(office, wording)
    past = demo_history.open_past(office, year, back)
    draft = years.suggestion(office, year)
    campaign = years.open_year(office, demo_history.announced(draft, year))
    sampled: list[Sampled] = []
    with office.writing("import", file="示例", rows=companies) as work:
        for done, (company_draft, pledge) in enumerate(_companies(companies), 1):
            company = Company(id=new_id(), name="", name_key="", former_names=[], contacts=[])
            fill(company, company_draft, overwrite=False)
            work.session.add(company)
            sampled.append(Sampled(company.id, company_draft, pledge))
            if done % 100 == 0 or done == companies:
                yield Progress("demo", done, companies)
        work.session.flush()
        now = [each for place, each in enumerate(sampled) if not back or demo_history.takes_part(place, 0)]
        enter_many(work, campaign.id, {each.id: each.pledge for each in now})
    if past:
        yield from demo_history.fill_past(office, past, year, sampled)
    wanted = CompanyFilter(campaign_id=campaign.id, stages=(Stage.MATERIAL_REVIEW.value,))
    stages.bring_forward(office, browsing.participation_ids(office, wanted), Stage.ANNOUNCED)
    return campaign.id


def _companies(count: int) -> Sequence[tuple[CompanyDraft, PledgeDraft]]:
    """``count`` invented companies, always the same."""
    dice = random.Random(315)
    provinces = reference.admin_divisions().provinces
    made: dict[str, tuple[CompanyDraft, PledgeDraft]] = {}
    while len(made) < count:
        company, pledge = _company(dice, len(made), provinces[len(made) * 7 % 31])
        made.setdefault(company.name, (company, pledge))
    return list(made.values())


def _company(dice: random.Random, place: int, province: AdminDivision) -> tuple[CompanyDraft, PledgeDraft]:
    trade, industry, products, standard = _TRADES[dice.randrange(len(_TRADES))]
    first, second = dice.choice(_FIRST), dice.choice(_FIRST)
    name = f"示例{first}{second if place >= len(_FIRST) else ''}{trade}{dice.choice(_FORMS)}"
    company = CompanyDraft(
        name=name if place < 500 else name.replace("示例", f"示例{province.name[:2]}", 1),
        uscc=_uscc(place, province.code),
        member_no=f"M{place + 1:05}",
        member_tier=dice.choice(_TIERS),
        province_code=province.province_code,
        province=province.name,
        address=_address(place, province),
        industry_code=industry,
        industry_name=_industry_name(industry),
        hotline=f"400-000-{place % 10_000:04}",
        website="https://company.example",
        contact_person="示例联系人",
        contact_phone="13800000000",
    )
    return company, PledgeDraft(products=products, standards=(standard,), signatory="示例签署人")


def _address(place: int, province: AdminDivision) -> str:
    """Nowhere, with a postcode that no post office has: the first two figures are a province's, and none is 00."""
    municipality = province.name.endswith("市")
    return f"{'示例区' if municipality else '示例市'}示例路{place + 1}号　邮编{place % 1000 + 1:06}"


def _industry_name(code: str) -> str:
    found = reference.industries().get(code)
    return found.name if found else ""


def _uscc(place: int, division: str) -> str:
    """An invented code that checks: its organisation code is Y and the company's place."""
    head = f"91{division}Y{place:07}"
    head += next(last for last in "0123456789X" if org_code_is_regular((head + last)[8:17]))
    return head + check_character(head)


def documents(office: Office, campaign_id: str, out: Path, passphrase: str = PASSPHRASE) -> Job[Demo]:
    """Issues the sample year and those before it; the year's certificates go into one checked PDF, with its roster."""
    opened = vault.unlock(office, passphrase)
    year = next(row for row in years.campaigns(office) if row.id == campaign_id).values.campaign_year
    yield from demo_history.issue_past(office, year, opened)
    issued = yield from issuing.issue(office, campaign_id, opened)
    rosters.publish(office, campaign_id)
    certificates, roster = out / "certificates.pdf", out / "roster.xlsx"
    yield from printing.print_one_file(office, issued.numbers, certificates)
    yield from rosters.export(office, campaign_id, "xlsx", roster)
    return Demo(certificates, roster, issued.numbers)
