"""The folder that the program publishes, in a browser: what it writes is what the page reads."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from sqlalchemy import select

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences
from qc_desktop.services.certificates import register
from qc_desktop.services.site.publishing import publishing
from qc_desktop.storage.tables import Certificate
from tests.samples import DAY, Year
from tests.web.conftest import Open
from tests.web.site import Site

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
