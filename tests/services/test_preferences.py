from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.settings import SETTINGS, Scope, as_typed
from tests.samples import refused

REFUSED = [
    ("certificate_number_pattern", "QC", "certificate.number_pattern"),
    ("certificate_scheme", "green", "settings.bad_choice"),
    ("seal_picture", "/no/such/seal.png", "settings.no_file"),
    ("seal_diameter_mm", "29.9", "settings.out_of_range"),
    ("seal_diameter_mm", "61", "settings.out_of_range"),
    ("seal_diameter_mm", "nan", "settings.out_of_range"),
    ("seal_diameter_mm", "大", "settings.bad_value"),
    ("validity_years", "0", "settings.out_of_range"),
    ("validity_years", "6", "settings.out_of_range"),
    ("validity_years", "1.5", "settings.bad_value"),
    ("verification_prefix", "http://verify.example/#", "trust.prefix_form"),
    ("verification_prefix", "https://verify.example/", "trust.prefix_form"),
    ("verification_prefix", "https://" + "v" * 99 + ".example/#", "trust.prefix_long"),
    ("language", "fr", "settings.bad_choice"),
    ("text_size", "huge", "settings.bad_choice"),
    ("certificate_number_pattern", "长" * 40 + "{year}{seq}", "certificate.number_pattern"),
    ("certificate_number_pattern", "Q\x1b{year}{seq}", "certificate.number_pattern"),
    ("association_name", "长" * 101, "settings.too_long"),
    ("issuer_line", "示例\ue000协会", "settings.private_use"),
    ("roster_title", "名" * 101, "settings.too_long"),
    ("roster_columns", "company,phone", "roster.column"),
    ("roster_columns", "sequence", "roster.no_name"),
    ("operator", "名" * 41, "staff.long_name"),
    ("operator", "示例\ue000", "staff.private_use"),
    ("backup_folder", "/no/such/folder", "settings.no_folder"),
    ("backup_folder", "/dev/null", "settings.no_folder"),
    ("no_such_setting", "1", "settings.unknown"),
    ("", "1", "settings.unknown"),
]
TAKEN = [
    ("association_name", " 示例协会 ", "示例协会"),
    ("association_name", "示例\x1b[31m 协会\r\n", "示例 [31m 协会"),
    ("operator", " 示例\t员 ", "示例 员"),
    ("backup_folder", "", ""),
    ("verification_prefix", "https://verify.example/#", "https://verify.example/#"),
    ("verification_prefix", "", ""),
    ("seal_diameter_mm", "42", 42.0),
    ("validity_years", "3", 3),
    ("roster_columns", "company，uscc", ["company", "uscc"]),
    ("theme", "dark", "dark"),
    ("language", "", ""),
]


@pytest.mark.parametrize(("key", "typed", "code"), REFUSED)
def test_nonsense_is_refused_and_nothing_changes(office, key, typed, code):
    before = preferences.everything(office)
    with refused(code):
        preferences.change(office, {"issuer_line": "示例", key: typed})
    assert preferences.everything(office) == before


@pytest.mark.parametrize(("key", "typed", "value"), TAKEN)
def test_what_was_set_is_there_after_reopening(office, opened, key, typed, value):
    assert preferences.change(office, {key: typed}) == {key: value}
    office.close()
    again = opened(office.profile.root)
    assert preferences.get(again, key) == preferences.everything(again)[key] == value


@pytest.mark.parametrize("key", ["seal_picture", "backup_folder"])
def test_a_path_longer_than_any_disk_takes_is_refused(office, key):
    with refused("settings.bad_value"):
        preferences.change(office, {key: "/" + "长" * 5000})


def test_a_folder_that_cannot_be_written_to_is_no_backup_folder(office, tmp_path, monkeypatch):
    monkeypatch.setattr("qc_desktop.files.is_writable", lambda folder: False)
    with refused("settings.folder_read_only"):
        preferences.change(office, {"backup_folder": str(tmp_path)})


def test_every_default_is_its_own_rule_s_value():
    for about in SETTINGS:
        assert about.read(as_typed(about.default)) == about.default


def test_this_pc_s_settings_stay_out_of_the_records(office):
    preferences.change(office, {about.key: str(about.default) for about in SETTINGS if about.scope is Scope.PC})
    assert set(json.loads(office.profile.pc_settings.read_text(encoding="utf-8"))) >= {"language", "theme", "operator"}
    with office.store.reading() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM setting").scalar_one() == 0


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"association_name": "x", "y": 1}'])
def test_a_spoiled_file_of_this_pc_is_no_reason_to_refuse(office, content):
    office.profile.pc_settings.write_bytes(content)
    assert preferences.get(office, "theme") == "light"
    assert preferences.everything(office)["association_name"] == ""
    preferences.change(office, {"theme": "dark"})
    assert preferences.get(office, "theme") == "dark"


def test_the_issuer_line_is_the_association_unless_it_is_set(office):
    preferences.change(office, {"association_name": "示例协会"})
    assert preferences.issuer_line(office) == "示例协会"
    preferences.change(office, {"issuer_line": "示例协会办公室"})
    assert preferences.issuer_line(office) == "示例协会办公室"


@pytest.mark.parametrize(("lang", "said"), [("zh_CN", "“{年度}-{年度}”"), ("en", '"{year}-{year}"')])
def test_a_refused_pattern_is_said_in_the_readers_words(office, lang, said):
    with refused("certificate.number_pattern") as caught:
        preferences.change(office, {"certificate_number_pattern": "{年度}-{year}"})
    assert said in messages(lang).of(caught.value)


def test_two_threads_that_remember_at_once_lose_nothing(office):
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda at: preferences.remember_on_pc(office.profile, {f"choice_{at}": at}), range(40)))
    assert [preferences.remembered_value(office.profile, f"choice_{at}") for at in range(40)] == list(range(40))
