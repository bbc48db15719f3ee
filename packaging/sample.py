"""A sample profile for pictures: three years, companies at every stage, scans, a print batch, forms that came back,
and the pages that were published from it.

Its day is fixed, so that pictures made on different days are the same.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.services.companies.filtering import CompanyFilter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from qc_desktop.services.office import Office
    from qc_desktop.trust.keys import OpenKeys

COMPANIES, YEARS_BACK, YEAR = 240, 2, 2026
MOMENT = dt.datetime(2026, 3, 20, 2, 30, tzinfo=dt.UTC)
"""The moment of every picture: half past ten in Shanghai."""
PRINTER = "示例打印机"
SITE = "查验网站"
"""The folder with the published pages, beside the profile."""
ALIKE = ("（集团）有限公司", "实业有限公司", "股份有限公司")


def stop_the_clock(moment: dt.datetime = MOMENT) -> None:
    """From now on it is ``moment`` for the records and for the window, on a PC with a name."""
    import platform

    from qc_desktop.domain import dates

    dates.now = lambda: moment
    dates.today = lambda: moment.astimezone(dates.SHANGHAI).date()
    platform.node = lambda: "办公室电脑"


def _it_is(month: int, day: int, hour: int = 2, year: int = YEAR) -> None:
    stop_the_clock(dt.datetime(year, month, day, hour, 10 + day, tzinfo=dt.UTC))


def make(profile_folder: Path, *, long: bool = False) -> None:
    """Fills the empty ``profile_folder``; ``long`` with texts as long as real ones, everywhere."""
    from qc_desktop.domain.campaigns import Stage
    from qc_desktop.domain.progress import finish
    from qc_desktop.paths import Profile
    from qc_desktop.services import backups, demo, demo_history, history, rosters, vault
    from qc_desktop.services.certificates import issuing
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.office import open_office
    from tests import lengthy

    _it_is(2, 20, year=YEAR - 1)  # before last year ended: what is in the records then has not changed since
    office = open_office(Profile(profile_folder), lengthy.OPERATOR if long else "示例员")
    campaign = finish(demo.sample_year(office, COMPANIES, YEAR, YEARS_BACK))
    history.undo(office)  # back to review: the announcement of everybody
    if long:
        lengthy.lengthen(office)
    opened = vault.unlock(office, demo.PASSPHRASE)
    _prove_sheet(office)
    finish(demo_history.issue_past(office, YEAR, opened))
    _review(office, campaign)
    _publish(office, profile_folder.parent / SITE, opened)
    _it_is(3, 16)
    wanted = CompanyFilter(campaign_id=campaign, stages=(Stage.ANNOUNCED.value,))
    finish(issuing.issue(office, campaign, opened, browsing.participation_ids(office, wanted)[:120]))
    rosters.publish(office, campaign)
    for act in (_join_others, _scan_letters):
        act(office, campaign)
    for make_some in (_add_alike, _change_some, _print_some):
        make_some(office)
    _publish(office, profile_folder.parent / SITE, opened)
    for make_some in (_label_some, _see_some, _add_font):
        make_some(office)
    stop_the_clock()
    backups.make(office, "daily")
    office.close()


def _review(office: Office, campaign: str) -> None:
    """Reviewed week by week, then announced; some are left at every stage."""
    from qc_desktop.domain.campaigns import Stage
    from qc_desktop.services.campaigns import pledging, stages
    from qc_desktop.services.companies import browsing

    wanted = CompanyFilter(campaign_id=campaign, stages=(Stage.MATERIAL_REVIEW.value,))
    everyone = browsing.participation_ids(office, wanted)
    for place, (month, day) in enumerate(((2, 5), (2, 12), (2, 19), (2, 26), (3, 5), (3, 10))):
        _it_is(month, day)
        pledging.approve(office, everyone[place * 30 : place * 30 + 30])
    _it_is(3, 12)
    stages.bring_forward(office, everyone[:150], Stage.ANNOUNCED)
    pledging.send_back(office, everyone[180:188], "承诺书没有盖章")


def _prove_sheet(office: Office) -> None:
    """The recovery sheet is printed and was entered again, as in an office that is in order."""
    import tempfile

    from qc_desktop.services import demo, recovery, vault
    from qc_desktop.trust.keyfile import Passphrase

    root = vault.root_here(office, Passphrase(demo.PASSPHRASE))
    with tempfile.TemporaryDirectory() as folder:
        recovery.write_sheet(office, root, Path(folder) / "恢复单.pdf")
    recovery.prove(office, root)


def _publish(office: Office, folder: Path, opened: OpenKeys) -> None:
    """What everybody may see, into ``folder``."""
    from qc_desktop.domain.progress import finish
    from qc_desktop.services import preferences
    from qc_desktop.services.site.publishing import publishing

    told = {
        "association_phone": "010-0000-0000",
        "icp_number": "示例ICP备00000000号",
        "police_number": "示例公网安备00000000000000号",
    }
    if any(preferences.get(office, key) != value for key, value in told.items()):
        preferences.change(office, told)
    finish(publishing(office, folder, lambda: opened))


def _add_font(office: Office) -> None:
    """A font with one more character than the shipped ones."""
    import tempfile

    from qc_desktop.domain.progress import finish
    from qc_desktop.services import fonts
    from tests.fonts import font

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "示例楷体.ttf"
        path.write_bytes(font(name="示例楷体"))
        finish(fonts.add(office, [path]))


def _join_others(office: Office, campaign: str) -> None:
    """Companies that were invited and have not answered, some of them reminded."""
    from qc_desktop.domain.campaigns import Stage
    from qc_desktop.domain.chasing import ReminderWay
    from qc_desktop.services.campaigns import chasing, stages
    from qc_desktop.services.companies import browsing

    others = browsing.ids(office, CompanyFilter(campaign_id=campaign, taking_part=False))
    _it_is(3, 2)
    stages.take_in(office, campaign, others[:9], Stage.INVITED)
    _it_is(3, 9)
    awaited = chasing.ids(office, chasing.ChaseFilter(campaign, chasing.AWAITED))
    chasing.mark(office, awaited[:3], ReminderWay.PHONE, "下周一寄出")
    _it_is(3, 17)


def _change_some(office: Office) -> None:
    """What companies told during the year: the roll-forward and the history have something to show."""
    from qc_desktop.services.companies import browsing
    from qc_desktop.storage.tables import Company

    _it_is(3, 18)
    changes: tuple[dict[str, str], ...] = (
        {"industry_code": "13", "industry_name": "农副食品加工业"},
        {"hotline": "400-000-9999", "website": "https://new.example"},
    )
    for place, row in enumerate(browsing.page(office, CompanyFilter(), 10, 12)):
        with office.writing("company_change", name=row.name) as work:
            company = work.session.get_one(Company, row.id)
            for field, value in changes[place % 2].items():
                setattr(company, field, value)


def _scan_letters(office: Office, campaign: str) -> None:
    """A signed letter for some of the companies that wait for review."""
    from qc_desktop.domain.campaigns import Stage
    from qc_desktop.domain.progress import finish
    from qc_desktop.services import scans
    from qc_desktop.services.companies import browsing

    wanted = CompanyFilter(campaign_id=campaign, stages=(Stage.MATERIAL_REVIEW.value,))
    for row in browsing.page(office, wanted, 0, 6):
        paper = scans.Paper("承诺书.png", None, letter(row.name, row.uscc))
        finish(scans.add(office, row.id, [paper], campaign))


def letter(name: str, code: str) -> bytes:
    """An invented signed letter as a scanner gives it, PNG."""
    from PIL import Image, ImageDraw, ImageFont

    from qc_desktop.paths import resource

    face = str(resource("fonts", "NotoSerifSC-Regular.ttf"))
    sheet = Image.new("L", (1240, 1754), 250)
    pen = ImageDraw.Draw(sheet)
    body = ImageFont.truetype(face, 34)
    pen.text((620, 180), "产品和服务质量诚信承诺书", 30, ImageFont.truetype(face, 56), anchor="mm")
    lines = (
        f"承诺单位：{name}",
        f"统一社会信用代码：{code}",
        "我单位郑重承诺：",
        "一、依法经营，对产品和服务质量负责；",
        "二、严格执行产品标准，不合格产品不出厂；",
        "三、标识真实，不作虚假宣传；",
        "四、畅通投诉渠道，及时处理消费者诉求；",
        "五、自觉接受社会监督。",
        "",
        "签署人：示例签署人        日期：2026年3月1日",
    )
    for place, line in enumerate(lines):
        pen.text((150, 340 + place * 84), line, 40, body)
    pen.ellipse((760, 1060, 1060, 1360), outline=120, width=6)
    pen.text((910, 1210), "示例印章", 120, body, anchor="mm")
    out = io.BytesIO()
    sheet.rotate(0.6, fillcolor=250).save(out, "PNG", optimize=True)
    return out.getvalue()


def _add_alike(office: Office) -> None:
    """Companies that may have been entered twice."""
    from dataclasses import replace

    from qc_desktop.domain.companies import CompanyDraft
    from qc_desktop.services.companies import browsing, editing

    for row, ending in zip(browsing.page(office, CompanyFilter(), 0, 3), ALIKE, strict=True):
        stem = row.name.removesuffix("有限公司").removesuffix("股份").removesuffix("有限责任公司")
        draft = CompanyDraft(stem + ending, hotline="0592-5550000", short_name="示例简称")
        editing.save(office, replace(draft, address="福建省厦门市示例路1号"))


def _print_some(office: Office) -> None:
    """One batch on its way to a printer, with a damaged sheet."""
    from qc_desktop.domain.dispatch import DispatchDraft, Way
    from qc_desktop.domain.progress import finish
    from qc_desktop.services.certificates import dispatches, print_batches, print_mending, print_sending, register
    from tests.printing.queues import KeepingQueue

    _it_is(3, 19)
    numbers = register.numbers(office, register.CertificateFilter())
    numbers = [each for each in numbers if f"-{YEAR}-" in each][:12]
    batch = print_batches.create(office, numbers, PRINTER, chunk=6, copies=1)
    finish(print_sending.send(office, batch, KeepingQueue(office.profile.root / "printed", PRINTER)))
    print_mending.damage(office, batch, [numbers[4]], "墨污")
    for place, number in enumerate(numbers[:4], 1):
        sent = DispatchDraft(Way.COURIER, "示例快递", f"SL2026032000{place:02}", dt.date(YEAR, 3, 19))
        dispatches.note(office, [number], sent)


def _label_some(office: Office) -> None:
    """Agreements on labels in every state, batches under one of them, one of these stopped."""
    from qc_desktop.domain.labels import AgreementDraft, LabelEventKind, RestrictedCategory
    from qc_desktop.domain.progress import finish
    from qc_desktop.services import demo, vault
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.labels import agreements, issuing, ledger, stopping
    from qc_desktop.services.labels.ordering import BatchOrder

    _it_is(3, 20)
    opened, known = vault.unlock(office, demo.PASSPHRASE), []
    periods = ((YEAR, 1, YEAR, 12), (YEAR, 3, YEAR + 1, 2), (YEAR, 5, YEAR, 12), (YEAR - 1, 1, YEAR - 1, 12))
    for place, row in enumerate(browsing.page(office, CompanyFilter(), 20, len(periods)), 1):
        first, begins, last, ends = periods[place - 1]
        days = dt.date(first, begins, 1), dt.date(last, ends, 28)
        products = ("示例电饭煲", "示例电水壶") if place < 3 else ("示例纯净水",)
        is_water = "示例纯净水" in products
        decided = (RestrictedCategory.FOOD, "示例：已核对食品广告的规定，标识只作溯源") if is_water else ()
        draft = AgreementDraft(f"SY-{YEAR}-{place:03}", products, 20_000 * place, *days, *decided)
        known.append(agreements.add(office, row.id, draft).row)
    orders = [
        (0, "示例电饭煲", "L20260315", 5000, False),
        (0, "示例电水壶", "L20260318", 2400, False),
        (1, "示例电饭煲", "A-0318", 40000, False),
        (0, "示例电水壶", "L20260319", 600, True),
    ]
    for agreement, product, lot, count, coated in orders:
        order = BatchOrder(product, lot, count, dt.date(YEAR + 2, 3, 14), hidden_codes=coated)
        finish(issuing.issue(office, known[agreement].id, order, opened))
    ledger.note(office, "1", LabelEventKind.APPLIED, ledger.Labels(1200))
    ledger.note(office, "1", LabelEventKind.SPOILED, ledger.Labels(0, 1, 24), "墨污")
    stopping.stop(office, "2", "抽检不合格")
    ledger.note(office, "2", LabelEventKind.DESTROYED, ledger.Labels(1000), "企业来函，监督销毁")


def _see_some(office: Office) -> None:
    """A website's records of visits: some labels looked at now and then, one by very many on one day."""
    import tempfile

    from qc_desktop.domain.progress import finish
    from qc_desktop.services import demo, vault
    from qc_desktop.services.labels import code_check
    from qc_desktop.services.sightings.importing import importing
    from qc_desktop.trust.item_labels import hidden_code, hidden_secret, label_digits

    signer = vault.unlock(office, demo.PASSPHRASE).payload
    visits = [(3, 128, 20, place % 60) for place in range(64)]
    visits += [(1, 3, 18, 1), (1, 21, 20, 1), (1, 40, 20, 2), (2, 5, 20, 1), (2, 5, 20, 2)]
    codes = {(batch, index): next(label_digits(batch, index, index, signer)) for batch, index, *_ in visits}
    lines = [
        f"198.51.{where}.{where} - - [{day}/Mar/{YEAR}:09:{where:02}:00 +0800] "
        f'"GET /?c={codes[batch, index]} HTTP/1.1" 200 9 "-" "Mozilla/5.0 (Linux; Android 14) Mobile {where}"\n'
        for batch, index, day, where in visits
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "access.log"
        path.write_text("".join(lines), encoding="utf-8")
        finish(importing(office, path))
    code = hidden_code(hidden_secret(4, signer), 12)
    for _ in range(2):
        finish(code_check.check(office, code, lambda _key_id: signer))


def returned_forms(office: Office, folder: Path) -> None:
    """Forms of some companies, filled in and changed as companies do."""
    import openpyxl

    from qc_desktop.domain.progress import finish
    from qc_desktop.services.campaigns import years
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.returns import making
    from tests.returned import AGREES, fill

    campaign = next(row for row in years.campaigns(office) if row.values.campaign_year == YEAR)
    wanted = CompanyFilter(campaign_id=campaign.id, stages=("invited", "returned_for_correction"))
    finish(making.make(office, campaign.id, browsing.ids(office, wanted)[:9], folder))
    for place, path in enumerate(sorted(folder.glob("*.xlsx"))):
        if place == 4:
            continue  # sent back as it was
        more = {"hotline": f"400-111-{place:04}"} if place % 2 else {}
        fill(path, AGREES | more, (f"示例产品{place + 1}",), ("GB/T 19001-2016",))
    openpyxl.Workbook().save(folder / "通讯录.xlsx")
    for path in folder.iterdir():
        os.utime(path, (MOMENT.timestamp(), MOMENT.timestamp()))


def prepare(folder: Path, *, long: bool = False) -> None:
    """A fresh sample in ``folder``: the profile, the pages published from it, and the forms that came back."""
    os.environ["TZ"] = "Asia/Shanghai"
    time.tzset()
    from qc_desktop.paths import Profile
    from qc_desktop.services.office import open_office

    folder.mkdir(parents=True, exist_ok=True)
    for name in ("profile", SITE, "收到的回表"):
        shutil.rmtree(folder / name, ignore_errors=True)
    make(folder / "profile", long=long)
    shutil.copytree(folder / "profile", folder / "scratch", dirs_exist_ok=True)
    office = open_office(Profile(folder / "scratch"), "示例员")
    (folder / "收到的回表").mkdir()
    returned_forms(office, folder / "收到的回表")
    office.close()
    shutil.rmtree(folder / "scratch")
