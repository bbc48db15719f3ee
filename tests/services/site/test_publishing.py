"""The published folder: what stands in it, written anew only where it changed, whole or gone on with."""

from __future__ import annotations

import hashlib
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import keys, rosters
from qc_desktop.services.certificates import issuing, register
from qc_desktop.services.companies import editing
from qc_desktop.services.companies.details import detail
from qc_desktop.services.ledger import heads
from qc_desktop.services.site import folder as folder_module
from qc_desktop.services.site import front
from qc_desktop.services.site import html as site_html
from qc_desktop.services.site.folder import MARK, NOTE
from qc_desktop.services.site.publishing import publishing
from qc_desktop.trust import lists, verify
from qc_desktop.trust.ledger import receipts
from qc_desktop.trust.lists import ListKind
from tests.labelled import labelled
from tests.samples import refused

FIRST = "QC-2026-315-000001"
BLOCK = re.compile(r'<script type="application/json" (id|class)="(\w+)">(.*?)</script>', re.S)


def _blocks(page: Path, name: str) -> list[Any]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [json.loads(text) for _, called, text in found if called == name]


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _pages(root: Path) -> list[Path]:
    return sorted(root.glob("pledge/*/*.html"))


def test_every_company_has_a_page_with_its_certificate_as_it_was_frozen(site):
    year, root = site
    assert len(_pages(root)) == 12
    published = keys.key_list(year.office)
    for page in _pages(root):
        (company,) = _blocks(page, "company")
        (paper,) = _blocks(page, "certificate")
        assert page.parts[-2:] == (company["uscc"][-2:], f"{company['uscc']}.html")
        hashed = hashlib.sha256(rfc8785.dumps(paper["record"])).digest()
        checked = verify.check(published.prefixes[0] + paper["payload"], published, year.office.today)
        assert (checked.verdict, checked.record_hash) == ("signed", hashed[:16])
        said = receipts.read(paper["receipt"], heads.note_keys(year.office)).said
        assert said["data"]["record_hash"] == hashed.hex()
        shown = page.read_text(encoding="utf-8")
        assert all(text in shown for text in (*paper["record"]["products"], *paper["record"]["pledge_text"]))
        assert f"公开展示</dt><dd>{paper['displayed_from']} 至 {paper['displayed_until']}" in shown


def test_a_number_leads_to_the_company(site):
    _, root = site
    found = json.loads((root / "numbers/1-2026/000.json").read_bytes())
    assert set(found) == {str(sequence) for sequence in range(1, 13)}
    assert all((root / "pledge" / code[-2:] / f"{code}.html").exists() for code in found.values())


def test_nothing_is_done_and_no_key_asked_for_where_nothing_changed(site):
    year, root = site
    before = {path: (root / path).stat().st_mtime_ns for path in _files(root)}

    def nobody() -> Any:
        raise AssertionError("the keys were asked for")

    again = finish(publishing(year.office, root, nobody))
    assert (again.is_same, again.written) == (True, 0)
    assert {path: (root / path).stat().st_mtime_ns for path in _files(root)} == before


@pytest.mark.parametrize("templates", [front, site_html])
def test_other_templates_make_other_pages(site, publish, monkeypatch, templates):
    year, _ = site
    assert publish(year).is_same
    monkeypatch.setattr(templates, "fingerprint", lambda: "another")
    assert not publish(year).is_same


def test_what_changed_is_written_and_nothing_else(site, publish):
    year, root = site
    before = _files(root)
    register.end(year.office, FIRST, CertificateState.VOID, "示例原因")
    publish(year)
    after = _files(root)
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]} - {NOTE}
    page = next(path for path in changed if path.startswith("pledge/"))
    assert changed == {page, "status.json", "checkpoint"}
    assert "已作废" in after[page].decode()
    status = lists.parse(after["status.json"], ListKind.STATUS, keys.key_list(year.office))
    assert [(one["serial"], one["state"]) for one in status["ended"]] == [(12026000001, "void")]
    assert {path for path in before if path not in after} == {path for path in before if ".p/" in path}


def test_a_reason_is_nobodys_business(site, publish):
    year, root = site
    register.end(year.office, FIRST, CertificateState.REVOKED, "示例隐情不外传")
    publish(year)
    assert not any("示例隐情" in content.decode(errors="replace") for content in _files(root).values())


def test_contacts_and_signatories_are_not_published(year, publish):
    office = year.office
    first = detail(office, year.companies()[0].id)
    assert any(contact.name for contact in first.contacts)
    publish(year)
    contents = b"".join(_files(publish(year).folder).values()).decode(errors="replace")
    for company in year.companies():
        for contact in detail(office, company.id).contacts:
            assert all(text not in contents for text in (contact.name, contact.phone, contact.email) if text)


def test_a_day_later_only_the_list_and_the_page_are_new(site, tomorrow, publish):
    year, root = site
    before = _files(root)
    publish(tomorrow(year))
    after = _files(root)
    assert {path for path in after if before.get(path) != after[path]} - {NOTE, "status.json"} == {"index.html"}


def test_a_replacement_names_its_successor(site, publish):
    year, root = site
    _, new = register.replace(year.office, FIRST, "示例原因", year.keys)
    publish(year)
    status = json.loads((root / "status.json").read_bytes())
    assert [(one["state"], one["by"]) for one in status["ended"]] == [("replaced", new.number)]


def test_pledges_stand_before_anything_is_issued_and_issuing_warns_until_they_do(year, publish):
    office = year.office
    assert finish(issuing.preflight(office, year.campaign_id)).undisplayed == 12
    root = publish(year).folder
    assert finish(issuing.preflight(office, year.campaign_id)).undisplayed == 0
    page = _pages(root)[0].read_text(encoding="utf-8")
    assert _blocks(_pages(root)[0], "certificate") == []
    assert "执行标准" in page
    assert "承诺条款" in page


def test_a_publication_is_an_entry_of_the_ledger_and_the_folder_ends_with_it(site):
    year, root = site
    with year.office.store.reading() as session:
        kinds = session.connection().exec_driver_sql("SELECT kind FROM event ORDER BY seq").scalars().all()
    assert kinds[-1] == "site_published"
    assert (root / "checkpoint").read_text(encoding="utf-8") == heads.head(year.office).note
    assert heads.head(year.office).signed == heads.size(year.office)


def test_rosters_stand_with_the_pledges_behind_the_names(site, publish):
    year, root = site
    rosters.publish(year.office, year.campaign_id)
    publish(year)
    page = (root / "roster/2026-integrity_pledge.html").read_text(encoding="utf-8")
    links = re.findall(r'href="\.\./(pledge/[^"]+)"', page)
    assert len(links) == 12
    assert all((root / link).exists() for link in links)
    assert "排名不分先后" in page
    assert (root / "roster/2026-integrity_pledge.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_batches_are_signed_and_a_list_of_another_kind_is_not_one(site, publish):
    year, root = site
    labelled(year)
    publish(year)
    published = keys.key_list(year.office)
    batch = (root / "batches/1.json").read_bytes()
    assert lists.parse(batch, ListKind.BATCH, published)["record"]["product"] == "示例电饭煲"
    with refused("trust.list_forged"):
        lists.parse(batch, ListKind.STATUS, published)
    with refused("trust.list_forged"):
        lists.parse(batch.replace("示例".encode(), "范例".encode()), ListKind.BATCH, published)
    for damaged in (b"", b"{}", b"[]", batch[:-20], b'{"signature": {"kid": "zz", "value": ""}}'):
        with refused("trust.list_damaged"):
            lists.parse(damaged, ListKind.BATCH, published)


def test_names_are_text_whatever_they_say(year, publish):
    company = year.companies()[0]
    name = '示例<script>alert(1)</script>"&有限公司'
    shown = detail(year.office, company.id)
    editing.save(year.office, CompanyDraft(name, company.uscc), company.id, shown.row_version)
    page = publish(year).folder / "pledge" / company.uscc[-2:] / f"{company.uscc}.html"
    text = page.read_text(encoding="utf-8")
    kept = next(row.name for row in year.companies() if row.id == company.id)
    assert "<script>" in kept
    assert "<script>alert" not in text
    assert text.count(html.escape(kept)) == 2
    assert _blocks(page, "company")[0]["name"] == kept


def test_a_folder_with_other_things_is_left_alone(year, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "家庭照片.jpg").write_bytes(b"x")
    with refused("site.not_ours"):
        finish(publishing(year.office, tmp_path / "site", lambda: year.keys))
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["家庭照片.jpg"]


def test_a_note_that_cannot_be_read_stops_it(site, publish):
    year, root = site
    (root / NOTE).write_bytes(b"{")
    with refused("site.not_ours"):
        publish(year)


class Killed(BaseException):
    """The program is gone in the middle."""


@pytest.mark.parametrize("after", [0, 5, 14, 20, 32])
def test_a_publication_that_broke_off_shows_the_old_state_and_is_gone_on_with(site, publish, monkeypatch, after):
    year, root = site
    before = _files(root)
    register.end(year.office, FIRST, CertificateState.VOID, "示例原因")
    writes = []

    def dies(path: Path, content: bytes) -> None:
        if len(writes) == min(after, 4):
            path.with_name(path.name + ".part").write_bytes(content[:10])
            raise Killed
        writes.append(path)
        written(path, content)

    written = folder_module.write_loosely
    with monkeypatch.context() as patch:
        patch.setattr(folder_module, "write_loosely", dies)
        with pytest.raises(Killed):
            publish(year)
    assert (root / MARK).exists()
    assert (root / "index.html").read_bytes() == before["index.html"]
    publish(year)
    assert not (root / MARK).exists()
    assert json.loads((root / "status.json").read_bytes())["ended"]


def test_a_file_that_a_power_cut_emptied_is_written_again(site, publish):
    year, root = site
    lost = _pages(root)[3]
    whole = lost.read_bytes()
    lost.write_bytes(b"")
    (root / "verify.js").unlink()
    assert publish(year).written >= 2
    assert lost.read_bytes() == whole
    assert (root / "verify.js").exists()


def test_after_a_broken_off_time_contents_count_not_the_note(site, publish):
    year, root = site
    spoiled = _pages(root)[3]
    whole = spoiled.read_bytes()
    spoiled.write_bytes(bytes(len(whole)))
    (root / MARK).write_bytes(b"")
    publish(year)
    assert spoiled.read_bytes() == whole


def test_records_changed_past_the_program_are_not_published(site, publish, by_hand):
    year, root = site
    register.end(year.office, "QC-2026-315-000002", CertificateState.VOID, "示例原因")
    by_hand(year.office, f"UPDATE certificate SET holder = '示例乙' WHERE number = '{FIRST}'")
    with refused("site.register_differs") as caught:
        publish(year)
    assert caught.value.params["problem"].params["number"] == FIRST
    assert not (root / MARK).exists()
    assert publish(year, despite=True).written > 0


def test_everything_is_fetched_from_the_folder_itself(site):
    _, root = site
    loads = re.compile(r"""<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)\"""")
    for path, content in _files(root).items():
        if path.endswith((".html", ".css")):
            text = content.decode()
            assert not [one for one in loads.findall(text) if "//" in one], path
            assert "@import" not in text
            assert "url(" not in text
