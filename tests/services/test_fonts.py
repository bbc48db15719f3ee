"""Fonts of the office: added, listed, used for what is missing, and kept while something needs them."""

from __future__ import annotations

import hashlib
import json

import pytest
from sqlalchemy import inspect

from qc_desktop.documents.fonts.glyphs import (
    FONTS,
    face,
    fallback_characters,
    forget_faces,
    missing_characters,
    spec_of,
)
from qc_desktop.documents.outside import killable
from qc_desktop.domain.dates import now
from qc_desktop.domain.progress import finish
from qc_desktop.paths import Profile
from qc_desktop.services import fonts, second_copy
from qc_desktop.services.audit import listing
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.moving import packing, unpacking
from qc_desktop.services.office import open_office
from qc_desktop.storage.tables import Certificate, LayoutVersion, Template
from qc_desktop.trust import sealed
from tests.fonts import RARE, collection, font
from tests.samples import refused

PASSPHRASE = "搬家口令一二三四"


@pytest.fixture
def bring(tmp_path):
    def write(content: bytes, name: str = "示例体.ttf"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def row(year, bring):
    """An added font that has one character more than the shipped ones."""
    (made,) = finish(fonts.add(year.office, [bring(font())])).rows
    return made


def test_a_font_is_added_listed_and_prints_what_was_missing(year, row) -> None:
    assert (row.name, row.characters, row.licence_kind, row.is_there) == ("示例体 Regular", 6, "free", True)
    assert fonts.fonts(year.office) == [row]
    found = fonts.specs(year.office)
    assert set(found) == {*FONTS, row.layout_name}
    for name in FONTS:
        assert missing_characters(f"示例{RARE}", spec_of(name, found)) == []
        assert fallback_characters(f"示例{RARE}", spec_of(name, found)) == [RARE]
    assert fallback_characters("示例公司", spec_of(row.layout_name, found)) == ["公", "司"]
    told = [(one.char, one.font) for one in fonts.printed_by(year.office, f"示{RARE}𰻝𡃁")]
    assert told == [("示", "serif"), (RARE, "示例体 Regular"), ("𰻝", "sans"), ("𡃁", "")]


def test_without_added_fonts_all_is_as_before(year) -> None:
    assert fonts.fonts(year.office) == []
    assert fonts.specs(year.office) == {name: name for name in FONTS}


def test_the_same_file_is_added_once_and_what_was_lost_is_put_back(year, row, bring) -> None:
    assert finish(fonts.add(year.office, [bring(font(), "又一次.ttf")])).already == ("示例体 Regular",)
    (year.office.profile.fonts / f"{row.sha256}.ttf").unlink()
    assert [known.is_there for known in fonts.fonts(year.office)] == [False]
    assert finish(fonts.add(year.office, [bring(font())])).rows == (row,)
    assert fonts.fonts(year.office) == [row]


def test_the_first_of_a_collection_is_taken(year, bring) -> None:
    path = bring(collection(font(name="示例甲"), font(name="示例乙")), "示例.ttc")
    assert [made.family for made in finish(fonts.add(year.office, [path])).rows] == ["示例甲"]


def test_what_cannot_be_used_is_refused_by_name_and_leaves_nothing(year, bring, tmp_path) -> None:
    blank = font(cmap=b"\0\0\0\0")
    torn = font(glyf=b"\xff" * 400)
    paths = [
        bring(font(flags=2), "a.ttf"),
        bring(b"wOFF", "b.woff"),
        bring(blank, "c.ttf"),
        bring(torn, "d.ttf"),
        tmp_path / "nowhere.ttf",
        bring(font(), "good.ttf"),
    ]
    done = finish(fonts.add(year.office, paths))
    assert [(name, problem.code) for name, problem in done.refused] == [
        ("a.ttf", "fonts.restricted"),
        ("b.woff", "fonts.web"),
        ("c.ttf", "fonts.no_characters"),
        ("d.ttf", "fonts.damaged"),
        ("nowhere.ttf", "fonts.no_file"),
    ]
    assert len(done.rows) == 1
    assert sorted(path.suffix for path in year.office.profile.fonts.iterdir()) == [".json", ".ttf"]


def test_a_file_that_is_too_large_is_not_read(year, tmp_path) -> None:
    path = tmp_path / "big.ttf"
    with path.open("wb") as sink:
        sink.truncate(64_000_001)
    ((_, problem),) = finish(fonts.add(year.office, [path])).refused
    assert problem.code == "fonts.too_large"


def test_one_that_takes_too_long_is_given_up(year, bring, monkeypatch) -> None:
    monkeypatch.setattr(fonts, "SECONDS", 0.0)
    ((_, problem),) = finish(fonts.add(year.office, [bring(font())])).refused
    assert problem.code == "fonts.too_slow"
    assert list(year.office.profile.fonts.iterdir()) == []


def test_a_process_that_dies_is_a_refusal(year, bring, monkeypatch) -> None:
    monkeypatch.setattr(killable.Killable, "ask", lambda self, *question: ("died", None))
    ((_, problem),) = finish(fonts.add(year.office, [bring(font())])).refused
    assert problem.code == "fonts.damaged"


def test_a_font_nobody_needs_is_removed_with_its_files(year, row) -> None:
    fonts.remove(year.office, fonts.named(year.office, "示例体").sha256)
    assert fonts.fonts(year.office) == []
    assert list(year.office.profile.fonts.iterdir()) == []
    with refused("fonts.no_such"):
        fonts.named(year.office, "示例体")
    told = listing.page(year.office, HistoryFilter(), limit=2)
    assert [(row.name, row.undoable) for row in told] == [("font_remove", False), ("font_add", False)]


def test_a_layout_that_certificates_were_issued_from_keeps_its_font(year, row) -> None:
    with year.office.writing("layout", undoable=False) as work:
        content = f'font = "{row.layout_name}"'
        work.session.add(Template(sha256="0" * 64, kind="pledge_display_certificate", content=content))
    with refused("fonts.in_layout"):
        fonts.remove(year.office, row.sha256)
    assert fonts.fonts(year.office) == [row]


def test_a_version_that_an_office_saved_keeps_its_font(year, row) -> None:
    with year.office.writing("layout", undoable=False) as work:
        content = f'font = "{row.layout_name}"'
        work.session.add(
            LayoutVersion(layout_id="a", version=1, sha256="0" * 64, content=content, saved_at=now(), staff="示例员")
        )
    with refused("fonts.in_layout"):
        fonts.remove(year.office, row.sha256)


def test_a_character_on_an_issued_certificate_keeps_its_font(issued, bring) -> None:
    office = issued.office
    (row,) = finish(fonts.add(office, [bring(font())])).rows
    with office.writing("certificate", undoable=False) as work:
        known = work.session.query(Certificate).first()
        values = {column.key: getattr(known, column.key) for column in inspect(Certificate).column_attrs}
        record = json.dumps({"holder": f"示例{RARE}公司"}, ensure_ascii=False)
        changes = {"id": "x", "number": "QC-X", "serial": 99, "position": 99, "state": "void", "record": record}
        work.session.add(Certificate(**{**values, **changes}))
    with refused("fonts.in_certificate"):
        fonts.remove(office, row.sha256)
    (plain,) = finish(fonts.add(office, [bring(font("青禾"), "二.ttf")])).rows
    fonts.remove(office, plain.sha256)
    assert fonts.fonts(office) == [row]


def test_fonts_go_along_to_a_new_pc_and_into_the_second_copy(year, row, tmp_path) -> None:
    target = tmp_path / "a.qcmove"
    finish(packing.pack(year.office, target, sealed.new_sealing(PASSPHRASE)))
    there = Profile(tmp_path / "new")
    finish(unpacking.unpack(there, target, PASSPHRASE))
    _has(there, row)
    stick = tmp_path / "stick"
    stick.mkdir()
    second_copy.set_up(year.office, stick, PASSPHRASE)
    copy = finish(second_copy.write(year.office))
    other = Profile(tmp_path / "other")
    finish(unpacking.unpack(other, copy, PASSPHRASE))
    _has(other, row)


def _has(profile: Profile, row) -> None:
    office = open_office(profile)
    try:
        assert fonts.fonts(office) == [row]
        assert missing_characters(RARE, fonts.specs(office)["sans"]) == []
    finally:
        office.close()


def test_the_name_must_be_one_fonts(year, bring) -> None:
    pair = [bring(font(name="示例体", characters=text), f"{text}.ttf") for text in ("青禾", "示例")]
    rows = finish(fonts.add(year.office, pair)).rows
    with refused("fonts.several"):
        fonts.named(year.office, "示例体")
    assert fonts.named(year.office, rows[1].layout_name) == rows[1]
    assert fonts.named(year.office, "青禾.ttf") == rows[0]


@pytest.fixture
def changed(year, row):
    """The added font, used by a layout, with its file changed."""
    with year.office.writing("layout", undoable=False) as work:
        work.session.add(Template(sha256="0" * 64, kind="example", content=f'font = "{row.layout_name}"'))
    path = year.office.profile.fonts / f"{row.sha256}.ttf"
    path.write_bytes(path.read_bytes() + b"\0")
    return row


def test_a_changed_file_is_seen_and_the_added_one_put_back(year, changed, bring) -> None:
    assert [(row.is_there, row.is_sound) for row in fonts.examined(year.office)] == [(True, False)]
    with refused("fonts.changed"):
        face(fonts.specs(year.office)[changed.layout_name])
    with refused("fonts.in_layout"):
        fonts.remove(year.office, changed.sha256)
    assert finish(fonts.add(year.office, [bring(font(), "原来.ttf")])).rows == (changed,)
    assert all(row.is_sound for row in fonts.examined(year.office))
    with refused("fonts.is_sound"):
        fonts.put_in_place(year.office, changed.sha256, bring(font()))


def test_another_file_of_the_same_font_takes_its_place(year, changed, bring) -> None:
    other = font(flags=8)  # another licence: another file, the same glyphs
    assert hashlib.sha256(other).hexdigest() != changed.sha256
    assert fonts.put_in_place(year.office, changed.sha256, bring(other)) == changed
    assert fonts.fonts(year.office) == [changed]
    assert all(row.is_sound for row in fonts.examined(year.office))
    assert face(fonts.specs(year.office)[changed.layout_name]).has(RARE)
    path = year.office.profile.fonts / f"{changed.sha256}.ttf"
    assert path.read_bytes() == other
    path.write_bytes(other + b"\0")
    forget_faces()
    with refused("fonts.changed"):
        face(fonts.specs(year.office)[changed.layout_name])


def test_another_font_does_not_take_its_place(year, changed, bring) -> None:
    path = year.office.profile.fonts / f"{changed.sha256}.ttf"
    before = path.read_bytes(), path.with_suffix(".json").read_bytes()
    for content, code in (
        (font(name="别的体"), "fonts.other_font"),
        (font("示例"), "fonts.other_font"),
        (font(flags=2), "fonts.restricted"),
    ):
        with refused(code):
            fonts.put_in_place(year.office, changed.sha256, bring(content))
    assert (path.read_bytes(), path.with_suffix(".json").read_bytes()) == before
    assert len(list(year.office.profile.fonts.iterdir())) == 2


def test_a_changed_font_that_nothing_names_can_be_removed(year, row) -> None:
    path = year.office.profile.fonts / f"{row.sha256}.ttf"
    path.write_bytes(b"changed")
    fonts.remove(year.office, row.sha256)
    assert fonts.fonts(year.office) == []


def test_the_same_font_with_another_licence_is_there_already(year, row, bring) -> None:
    done = finish(fonts.add(year.office, [bring(font(flags=8), "另一份.ttf")]))
    assert [(name, problem.code) for name, problem in done.refused] == [("另一份.ttf", "fonts.same_font")]
    assert done.refused[0][1].params["font"] == row.name
    assert fonts.fonts(year.office) == [row]
    assert len(list(year.office.profile.fonts.iterdir())) == 2


def test_two_fonts_called_alike_are_told_apart_by_their_files(year, row, bring) -> None:
    (other,) = finish(fonts.add(year.office, [bring(font("青禾"), "少字.ttf")])).rows
    first, second = fonts.fonts(year.office)
    assert (first.name, second.name) == ("示例体 Regular (示例体.ttf)", "示例体 Regular (少字.ttf)")
    assert other == second
    assert fonts.named(year.office, second.name) == second
    with refused("fonts.several"):
        fonts.named(year.office, "示例体 Regular")
    fonts.remove(year.office, second.sha256)
    assert fonts.fonts(year.office) == [row]
