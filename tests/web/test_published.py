"""The folder that the program publishes, in a browser: what it writes is what the page reads."""

from __future__ import annotations

import datetime as dt
import importlib
import io
import json
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences
from qc_desktop.services.certificates import register
from qc_desktop.services.site.publishing import publishing
from qc_desktop.storage.tables import Certificate
from tests.samples import DAY, Year
from tests.web.browsing import Phones
from tests.web.conftest import Open
from tests.web.site import Site
from tests.web.test_page import LEAST_CONTRAST, WIDE

PICTURES = Path(__file__).parents[2] / "packaging"
BESIDE = ("knowledge/index.html", "knowledge/recognise.html", "knowledge/complain.html", "roster/index.html")
LATER = dt.datetime.combine(DAY + dt.timedelta(3), dt.time(2), dt.UTC)


def test_what_is_published_is_what_the_page_reads(
    visit: Open, issued_year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = issued_year.office
    with office.store.reading() as session:
        live, void, replaced = session.scalars(select(Certificate).order_by(Certificate.serial).limit(3)).all()
    register.end(office, void.number, CertificateState.VOID, "示例：打错了字")
    _, newer = register.replace(office, replaced.number, "示例：更换名称", issued_year.keys)
    monkeypatch.setattr(dates, "now", lambda: LATER)
    finish(publishing(office, tmp_path / "site", lambda: issued_year.keys))
    written = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    files = {path.relative_to(tmp_path / "site").as_posix(): path.read_bytes() for path in written}
    home = str(preferences.get(office, "verification_prefix")).removesuffix("#")
    seen = visit("#" + live.payload, site=Site(files), home=home, now=LATER)
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
