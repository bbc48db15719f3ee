"""Drafts as files: whole or absent, their owner's alone, and none stops the others."""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from qc_desktop.errors import UserError
from qc_desktop.services import drafts
from qc_desktop.services.drafts import Draft

AT = dt.datetime(2026, 3, 2, 10, 42, tzinfo=dt.UTC)
NOTHING = {"company": {}, "pledge": {}, "submit": False, "contacts": None}
TYPED = {**NOTHING, "company": {"name": ["", "示例青禾电器有限公司"]}, "contacts": [["示例人", "", ""]]}
DRAFT = Draft("company", "", "示例青禾电器有限公司", TYPED, 2026, AT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "drafts"


def test_a_draft_is_found_again(folder: Path) -> None:
    assert drafts.kept(folder) == []
    drafts.keep(folder, DRAFT)
    assert drafts.kept(folder) == [DRAFT]
    assert [path.name for path in folder.iterdir()] == ["company-new.json"]


def test_a_later_draft_takes_the_place_of_the_same_record_only(folder: Path) -> None:
    later = Draft("company", "", "示例", NOTHING, 2026, AT + dt.timedelta(minutes=1))
    other = Draft("company", "0192-a", "示例", NOTHING, 2026, AT - dt.timedelta(minutes=1))
    for draft in (DRAFT, other, later):
        drafts.keep(folder, draft)
    assert drafts.kept(folder) == [other, later]
    drafts.discard(folder, later)
    drafts.discard(folder, later)
    assert drafts.kept(folder) == [other]


@pytest.mark.skipif(os.name == "nt", reason="the profile's folder is its owner's there")
def test_only_the_owner_reads_it(folder: Path) -> None:
    drafts.keep(folder, DRAFT)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())] == [0o700, 0o600]


def test_a_key_never_leaves_the_folder(folder: Path) -> None:
    drafts.keep(folder, Draft("company", "../../etc/x", "示例", NOTHING, 0, AT))
    assert [path.parent for path in folder.iterdir()] == [folder]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 9}', '{"format": 1, "kind": "company"}'])
def test_a_file_that_cannot_be_understood_is_left_alone(
    folder: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    drafts.keep(folder, DRAFT)
    (folder / "company-x.json").write_text(content, encoding="utf-8")
    with caplog.at_level("INFO"):
        assert drafts.kept(folder) == [DRAFT]
    assert "company-x.json" in caplog.text
    caplog.clear()
    assert (folder / "company-x.json").read_text(encoding="utf-8") == content
    assert drafts.put_aside(folder) == [folder / "company-x.damaged"]
    assert (folder / "company-x.damaged").read_text(encoding="utf-8") == content
    assert drafts.put_aside(folder) == []


def test_it_is_plain_json_with_its_time(folder: Path) -> None:
    drafts.keep(folder, DRAFT)
    (path,) = folder.iterdir()
    assert json.loads(path.read_text(encoding="utf-8"))["at"] == "2026-03-02T10:42:00+00:00"


def test_a_refusal_of_the_system_is_in_words(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "company-new.json").mkdir()
    with pytest.raises(UserError) as refused:
        drafts.keep(folder, DRAFT)
    assert refused.value.code == "file.is_folder"


@pytest.mark.parametrize(
    "keys", [("示例甲公司", "示例乙公司"), ("https://verify.example/#" + "1" * 600, "x" * 315), ("a_b", "a b")]
)
def test_whatever_names_a_record_each_draft_is_one_of_its_own(folder: Path, keys: tuple[str, str]) -> None:
    typed = [Draft("desk_remark", key, "", {"values": {"remark": key}, "base": {"remark": ""}}, 0, AT) for key in keys]
    for draft in typed:
        drafts.keep(folder, draft)
    assert sorted(drafts.kept(folder), key=lambda draft: keys.index(draft.key)) == typed
    drafts.discard(folder, typed[0])
    assert drafts.kept(folder) == [typed[1]]


def test_drafts_of_one_record_in_two_spots_leave_each_other_alone(folder: Path) -> None:
    one, other = (replace(DRAFT, title=title, spot=drafts.new_spot()) for title in ("示例一", "示例二"))
    for draft in (one, other):
        drafts.keep(folder, draft)
    assert {draft.title for draft in drafts.kept(folder)} == {"示例一", "示例二"}
    drafts.discard(folder, one)
    assert drafts.kept(folder) == [other]


def test_a_draft_that_is_gone_on_with_takes_the_place_of_the_one_before(folder: Path) -> None:
    drafts.keep(folder, DRAFT)
    later = replace(DRAFT, title="示例二", spot=drafts.new_spot())
    drafts.keep(folder, later, drafts.kept(folder)[0])
    assert drafts.kept(folder) == [later]


def test_what_another_window_typed_on_since_is_not_deleted(folder: Path) -> None:
    drafts.keep(folder, DRAFT)
    (seen,) = drafts.kept(folder)
    typed_on = replace(DRAFT, title="示例二")
    drafts.keep(folder, typed_on)
    drafts.discard(folder, seen)
    drafts.keep(folder, replace(DRAFT, spot=drafts.new_spot()), seen)
    assert typed_on in drafts.kept(folder)
