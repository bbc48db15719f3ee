"""The folder that the program publishes, in a browser: what it writes is what the page reads."""

from __future__ import annotations

import datetime as dt
import importlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences
from qc_desktop.services.certificates import register
from qc_desktop.services.labels import agreements, issuing
from qc_desktop.services.site import front
from qc_desktop.services.site.publishing import publishing
from qc_desktop.storage.tables import Certificate
from qc_desktop.trust.item_labels import hidden_code, hidden_secret, label_digits
from tests.labelled import ORDER, TERMS
from tests.samples import DAY, Year
from tests.web.browsing import Phones
from tests.web.conftest import Open
from tests.web.site import Site
from tests.web.test_page import LEAST_CONTRAST, WIDE
from tests.web.test_scratched import compare

PICTURES = Path(__file__).parents[2] / "packaging"
BESIDE = ("knowledge/index.html", "knowledge/recognise.html", "knowledge/complain.html", "roster/index.html")
LATER = dt.datetime.combine(DAY + dt.timedelta(3), dt.time(2), dt.UTC)


LOADED = """() => [...document.querySelectorAll('script[src], link[rel=stylesheet]')]
  .map((one) => one.getAttribute('src') || one.getAttribute('href'))"""


def published_into(year: Year, folder: Path) -> Site:
    finish(publishing(year.office, folder, lambda: year.keys))
    written = [path for path in folder.rglob("*") if path.is_file()]
    return Site({path.relative_to(folder).as_posix(): path.read_bytes() for path in written})


def test_what_is_published_is_what_the_page_reads(
    visit: Open, issued_year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = issued_year.office
    with office.store.reading() as session:
        live, void, replaced = session.scalars(select(Certificate).order_by(Certificate.serial).limit(3)).all()
    register.end(office, void.number, CertificateState.VOID, "示例：打错了字")
    _, newer = register.replace(office, replaced.number, "示例：更换名称", issued_year.keys)
    monkeypatch.setattr(dates, "now", lambda: LATER)
    files = published_into(issued_year, tmp_path / "site")
    home = str(preferences.get(office, "verification_prefix")).removesuffix("#")
    seen = visit("#" + live.payload, site=files, home=home, now=LATER)
    assert (seen.head(), seen.tone) == ("查验通过", "ok")
    assert (seen.fact("编号"), seen.fact("签发")) == (live.number, live.issued_on.isoformat())
    seen.page.locator("#record").wait_for()
    holder = json.loads(live.record)["holder"]
    assert (seen.text(".holder"), "展示内容（已与编码核对一致）" in seen.text()) == (holder, True)
    assert seen.turn(void.payload) == "已作废"
    assert seen.turn(replaced.payload) == "已换发"
    assert newer.number in seen.text("#todo")
    assert seen.enter(live.number) == "查验通过"
    seen.page.click("#actions a")
    assert holder in seen.text("main")
    seen.page.get_by_role("link", name="查验", exact=True).first.click()
    assert seen.head() == "查验通过"


@pytest.fixture
def folder(issued_year: Year, tmp_path: Path) -> Path:
    """The issued year, published."""
    told = {
        "association_phone": "010-00000000",
        "icp_number": "示例ICP备00000000号",
        "police_number": "示例公网安备0号",
    }
    preferences.change(issued_year.office, told)
    return finish(publishing(issued_year.office, tmp_path / "site", lambda: issued_year.keys)).folder


def _site(folder: Path) -> Site:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return Site({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})


def test_the_pages_beside_it_fit_a_small_screen_and_can_be_read(visit: Open, issued_year: Year, folder: Path) -> None:
    site, home = _site(folder), str(preferences.get(issued_year.office, "verification_prefix")).removesuffix("#")
    pledge = next(path for path in site.files if path.startswith("pledge/"))
    for path in (*BESIDE, pledge):
        seen = visit(path, site=site, home=home, width=320)
        for size in ("100%", "200%"):
            seen.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
            assert seen.page.evaluate(WIDE) == [], (path, size)
        for scheme in ("light", "dark"):
            seen.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            ratio, where = seen.page.evaluate(LEAST_CONTRAST)
            assert ratio >= 4.5, (path, scheme, where)
        seen.page.emulate_media(color_scheme="light")


def test_the_manuals_picture_of_the_pages_can_be_taken(
    phones: Phones, issued_year: Year, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(PICTURES))
    web = importlib.import_module("scenes.web")
    home = str(preferences.get(issued_year.office, "verification_prefix")).removesuffix("#")
    with Image.open(io.BytesIO(web.pages(phones, folder, home, LATER))) as picture:
        assert picture.size == (3 * (390 + web.GAP) + web.GAP, 844 + 2 * web.GAP)
        assert len(picture.convert("RGB").getcolors(2**24) or []) > 100


@pytest.mark.may_lack_files
def test_a_published_code_is_compared_and_every_script_is_of_this_publication(
    visit: Open, issued_year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    year, office = issued_year, issued_year.office
    agreed = agreements.add(office, year.companies()[0].id, TERMS).row
    finish(issuing.issue(office, agreed.id, replace(ORDER, hidden_codes=True), year.keys))
    monkeypatch.setattr(dates, "now", lambda: LATER)
    site = published_into(year, tmp_path / "site")
    home = str(preferences.get(office, "verification_prefix")).removesuffix("#")
    (digits,) = label_digits(1, 7, 7, year.keys.payload)
    seen = visit("#" + digits, site=site, home=home, now=LATER)
    assert (seen.head(), seen.fact("批号")) == ("查验通过", ORDER.lot)
    seen.page.locator("#scratched").wait_for()
    secret = hidden_secret(1, year.keys.payload)
    assert compare(seen, hidden_code(secret, 7)) == ("✓ 防伪码相符", "card ok")
    assert compare(seen, hidden_code(secret, 8)) == ("× 防伪码不相符", "card bad")
    seen.page.click("#language")
    seen.page.locator("html[lang=en]").wait_for()
    loaded = seen.page.evaluate(LOADED)
    assert {name.partition("?")[2] for name in loaded} == {f"v={front.fingerprint()[:8]}"}
    assert {"verify.js", "style.css", "words_en.js", "scratched.js"} <= {name.partition("?")[0] for name in loaded}
    alone = visit("index.html#" + digits, home=f"{(tmp_path / 'site').as_uri()}/", now=LATER)
    assert alone.head() == "由本会签发，批次未核对"
    assert alone.enter("QC-2026-315-000001") == "不能下结论"  # typed.js came, the numbers cannot
