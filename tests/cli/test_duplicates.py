"""Duplicates and pasted text on the command line."""

from __future__ import annotations

import io

import pytest

from tests.samples import code, rows, write_list


@pytest.fixture
def filled(cli, tmp_path):
    """Two records of one company and a third one."""
    body = rows(3)
    body[0][0], body[1][0], body[1][1] = "远山电器有限公司", "远杉电器有限公司", ""
    cli("import", write_list(tmp_path / "list.xlsx", body))
    return cli


def test_suspected_pairs_are_listed_merged_undone_and_told_apart(filled):
    pairs = filled("company", "duplicates", "--json").json
    assert [(pair["why"], pair["first"]["name"]) for pair in pairs["pairs"]] == [("same_sound", "远山电器有限公司")]
    assert "读音相同" in filled("company", "duplicates").out
    looked = filled("company", "merge", "远山电器", "远杉电器", "--dry-run", "--json").json
    assert (looked["command"], looked["refusal"]) == (0, "")
    done = filled("company", "merge", "远山电器", "远杉电器", "--take", "name=other", "--json").json
    assert done["taken"] == ["name"]
    assert filled("company", "list", "--json").json["total"] == 2
    assert filled("company", "show", "远山电器有限公司", "--json").json["name"] == "远杉电器有限公司"
    filled("company", "split", code(0))
    assert filled("company", "list", "--json").json["total"] == 3
    filled("company", "distinct", "远山电器", "远杉电器")
    assert filled("company", "duplicates", "--json").json["total"] == 0
    filled("company", "distinct", "远山电器", "远杉电器")


def test_what_cannot_be_done_is_said(filled):
    assert "other" in filled("company", "merge", "远山电器", "远杉电器", "--take", "name", status=1).said
    assert "nonsense" in filled("company", "merge", "远山电器", "远杉电器", "--take", "nonsense=other", status=1).said
    filled("company", "merge", "远山电器", "远山电器", status=1)
    filled("company", "split", "远山电器", status=1)


def test_a_pasted_message_becomes_fields(filled, monkeypatch):
    text = f"名称：远山电器有限公司 税号：{code(0)} 账号：4100000000000\n联系人 张三 13800000000 你懂的"
    monkeypatch.setattr("sys.stdin", stdin(text))
    read = filled("company", "recognise", "--json").json
    assert read["fields"] == {
        "name": "远山电器有限公司",
        "uscc": code(0),
        "contact_person": "张三",
        "contact_phone": "13800000000",
    }
    assert (read["left_out"], read["not_understood"], read["company"]["name"]) == (
        ["bank"],
        ["你懂的"],
        "远山电器有限公司",
    )
    monkeypatch.setattr("sys.stdin", stdin("税号：91350100M000100Y44"))
    assert "抄错" in filled("company", "recognise").out
    monkeypatch.setattr("sys.stdin", stdin(""))
    assert filled("company", "recognise").out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_pasted_message_may_be_in_any_encoding_of_an_office(filled, monkeypatch, encoding):
    monkeypatch.setattr("sys.stdin", stdin("名称：远山电器有限公司", encoding))
    assert filled("company", "recognise", "--json").json["fields"]["name"] == "远山电器有限公司"


def test_what_is_no_message_is_refused_in_words(filled, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00\xd8" + b"\xff" * 9)))
    assert "认不出" in filled("company", "recognise", status=1).said
    monkeypatch.setattr("sys.stdin", stdin("质" * 50_000))
    assert "太长" in filled("company", "recognise", status=1).said


def stdin(text, encoding="utf-8"):
    return io.TextIOWrapper(io.BytesIO(text.encode(encoding)), encoding="utf-8")
