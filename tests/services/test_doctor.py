from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace

import pytest

from qc_desktop.documents.layout.editing import with_element
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services import backups, demo, doctor, preferences, recovery
from qc_desktop.services.doctor import examine
from qc_desktop.services.layouts import pictures, versions
from qc_desktop.storage.tables import DocumentLayout
from tests.documents.elements.test_drawings import picture
from tests.samples import add


def found(office):
    return {one.code: one for one in examine(office)}


def test_a_well_kept_office_is_well(year):
    recovery.prove(year.office, recovery.root_of(year.office, passphrase=demo.PASSPHRASE))
    backups.make(year.office)
    assert all(one.good for one in examine(year.office)), [one for one in examine(year.office) if not one.good]


def test_a_fresh_office_is_told_what_it_lacks(office):
    assert {code for code, one in found(office).items() if not one.good} == {
        "no_backup",
        "no_association_name",
        "no_verification_prefix",
    }


def _spoil_tables(office):
    with office.store.engine.connect() as connection:
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name='member_company'").scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    office.store.engine.dispose()
    content = bytearray(office.profile.database.read_bytes())
    content[(root - 1) * size : root * size] = b"\xaa" * size
    office.profile.database.write_bytes(content)


def test_damaged_records_are_found(office):
    add(office)
    _spoil_tables(office)
    assert found(office)["damaged"].good is False


def test_references_to_what_is_gone_are_counted(year):
    with year.office.store.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql("DELETE FROM member_company")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.exec_driver_sql("BEGIN")
    assert found(year.office)["dangling"].params["count"] > 0


def test_an_old_and_a_spoiled_backup_are_told(office):
    made = backups.make(office)
    weeks_ago = made.at - dt.timedelta(days=20)
    old = made.path.with_name(made.path.name.replace(f"{made.at:%Y%m%d-%H%M}", f"{weeks_ago:%Y%m%d-%H%M}"))
    made.path.rename(old)
    made.path.with_name(made.path.name + ".sha256").rename(old.with_name(old.name + ".sha256"))
    assert found(office)["backup_old"].params["days"] in (19, 20)
    old.write_bytes(b"spoiled")
    assert found(office)["backup_bad"].good is False


def test_a_backup_of_today_is_not_told_in_days(office):
    backups.make(office)
    assert found(office)["backup_today"].good
    assert "今天" in messages("zh_CN").text("doctor.backup_today", **found(office)["backup_today"].params)


def test_room_is_told_as_people_say_it(office, monkeypatch):
    usage = shutil.disk_usage(office.profile.root)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda path: usage._replace(free=76_124_000_000))
    assert messages("zh_CN").text("doctor.space", **found(office)["space"].params) == "磁盘剩余 76.1 GB。"


def test_a_spoiled_key_file_is_told(year):
    (path,) = year.office.profile.keys.glob("payload-*")
    path.write_text("{", encoding="utf-8")
    assert found(year.office)["keys_bad"].params["problem"] == "keys.damaged"


def test_little_room_is_told(office, monkeypatch):
    usage = shutil.disk_usage(office.profile.root)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda path: usage._replace(free=1_000_000))
    assert found(office)["space_low"].params == {"gigabytes": "0.0"}


def test_an_old_engine_is_told(office, monkeypatch):
    monkeypatch.setattr(doctor, "OLDEST_SQLITE", (99, 0, 0))
    assert not found(office)["sqlite_old"].good


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_found_can_be_said(office, lang):
    preferences.change(office, {"association_name": "示例协会"})
    for one in examine(office):
        assert messages(lang).text(f"doctor.{one.code}", **one.params)


def test_a_stick_that_is_away_is_said_before_the_backups_of_this_pc(office, tmp_path):
    stick = tmp_path / "备份 U盘"
    stick.mkdir()
    preferences.change(office, {"backup_folder": str(stick)})
    backups.make(office)
    stick.rename(tmp_path / "拔掉的")
    told = found(office)
    assert list(told).index("backup_gone") < list(told).index("no_backup")
    assert not told["backup_gone"].good
    assert told["no_backup"].params["folder"] == office.profile.backups
    for lang in LANGUAGES:
        assert str(stick) in messages(lang).text("doctor.backup_gone", **told["backup_gone"].params)
    backups.make(office, "daily")
    told = found(office)
    assert (told["backup_gone"].good, told["backup_today"].good) == (False, True)


def test_a_layout_in_use_that_would_be_refused_at_issue_is_named_with_the_reason(office):
    layout = load_layout("pledge_display_certificate")
    seal, label = layout.element("seal"), layout.element("qr")
    spoilt = with_element(layout, "seal", replace(seal, x=label.x, y=label.y))
    kept = versions.create(office, spoilt, "示例版式")
    assert "layout_refused" not in found(office)  # it is not in use
    with office.writing("layout_use", name=kept.name, kind=kept.kind) as work:
        work.session.get_one(DocumentLayout, kept.id).in_use = True
    told = found(office)["layout_refused"]
    assert (told.good, told.params["layout"], told.params["problem"].code) == (
        False,
        "示例版式",
        "preflight.seal_on_label",
    )
    assert "请把印章移开" in messages("zh_CN").text("doctor.layout_refused", **told.params)


def test_layouts_that_were_changed_past_the_program_are_named(office):
    kept = versions.create(office, load_layout("pledge_display_certificate"), "示例版式")
    versions.create(office, load_layout("envelope_dl"), "示例信封")
    sha256 = pictures.add(office, picture())
    assert not {code for code in found(office) if code.startswith("layout")}
    with office.store.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        for table in ("layout_version", "layout_picture"):
            for name in (
                connection.exec_driver_sql(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
                )
                .scalars()
                .all()
            ):
                connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql(
            "UPDATE layout_version SET content = replace(content, '公告', '认证') WHERE layout_id = ?", (kept.id,)
        )
        connection.exec_driver_sql("UPDATE layout_picture SET content = x'00'")
        connection.exec_driver_sql("BEGIN")
    seen = [one for one in examine(office) if one.code.startswith("layout")]
    assert [(one.code, one.params) for one in seen] == [
        ("layout_damaged", {"layout": "示例版式", "version": 1}),
        ("layout_picture_damaged", {"picture": sha256[:8]}),
    ]
    assert all(messages(lang).text(f"doctor.{one.code}", **one.params) for one in seen for lang in LANGUAGES)
