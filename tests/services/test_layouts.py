from __future__ import annotations

import hashlib
import tomllib
import zipfile
from codecs import BOM_UTF8
from dataclasses import replace

import pytest
import tomli_w

from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.layout import Accepted, Resources
from qc_desktop.documents.layout.editing import changed, with_element
from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.preview import page_png
from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from qc_desktop.services.certificates import issuing, previewing, printing, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.history import undo
from qc_desktop.services.layouts import carrying, choosing, pictures, versions
from qc_desktop.services.layouts import previewing as layout_preview
from qc_desktop.services.layouts.equipping import kept_layout
from qc_desktop.services.layouts.origins import Origin
from qc_desktop.storage.tables import DocumentLayout
from tests.documents.elements.test_drawings import picture

KIND = "pledge_display_certificate"
EMBLEM = picture(size=(600, 600))
EMBLEM_SHA = hashlib.sha256(EMBLEM).hexdigest()


@pytest.fixture
def moved():
    shipped = load_layout(KIND)
    return with_element(shipped, "title", replace(shipped.element("title"), y=45.0))


@pytest.fixture
def illustrated(moved):
    emblem = Picture(id="emblem", x=30.0, y=15.0, width=15.0, height=15.0, picture=EMBLEM_SHA)
    return changed(moved, elements=(*moved.elements, emblem)).with_resources(Resources({EMBLEM_SHA: EMBLEM}))


def worded(layout, **words: str):
    return changed(layout, words={**layout.words, **words})


def refused(call, *arguments, **named) -> str:
    with pytest.raises(UserError) as caught:
        call(*arguments, **named)
    for language in ("zh_CN", "en"):
        assert messages(language).of(caught.value)
    return caught.value.code


def test_at_first_there_is_what_ships(office) -> None:
    row, *others = versions.listing(office)
    assert all(one.ships and one.in_use for one in others)
    assert (row.ships, row.in_use, row.kind) == (True, True, KIND)
    assert choosing.in_use(office, KIND).sha256 == row.sha256


def test_a_layout_is_saved_version_by_version(office, moved) -> None:
    first = versions.create(office, moved, "示例版式", "标题下移")
    again = with_element(moved, "title", replace(moved.element("title"), y=46.0))
    second = versions.save(office, first, again)
    assert (first.version, second.version) == (1, 2)
    assert [row.version for row in versions.versions(office, first.id)] == [2, 1]
    assert versions.versions(office, first.id)[1].remark == "标题下移"
    assert versions.load(office, second).sha256 == again.sha256
    assert versions.load(office, second, 1).sha256 == moved.sha256
    assert versions.save(office, second, again).version == 2
    undo(office)
    (row,) = (row for row in versions.listing(office) if not row.ships)
    assert (row.version, row.sha256) == (1, moved.sha256)
    assert versions.save(office, row, again).version == 3


def test_what_somebody_else_saved_is_not_written_over(office, moved) -> None:
    seen = versions.create(office, moved, "示例版式")
    versions.save(office, seen, worded(moved, number="编号　{number}"))
    assert refused(versions.save, office, seen, worded(moved, number="No　{number}")) == "store.changed_meanwhile"
    assert refused(versions.rename, office, seen, "另一个") == "store.changed_meanwhile"


@pytest.mark.parametrize("name", ["", "  ", "很" * 41])
def test_a_name_is_asked_for(office, moved, name: str) -> None:
    assert refused(versions.create, office, moved, name) == "layout.name"


def test_names_are_taken_once(office, moved) -> None:
    versions.create(office, moved, "示例版式")
    assert refused(versions.create, office, moved, "示例版式") == "layout.name_taken"
    other = versions.create(office, moved, "另一个")
    assert refused(versions.rename, office, other, "示例版式") == "layout.name_taken"
    assert versions.rename(office, other, "第三个").name == "第三个"


def test_one_is_in_use_and_undo_goes_back(office, moved) -> None:
    row = versions.create(office, moved, "示例版式")
    versions.use(office, row)
    assert choosing.in_use(office, KIND).sha256 == moved.sha256
    assert refused(versions.delete, office, versions.row_of(office, "示例版式")) == "layout.in_use"
    versions.use(office, versions.row_of(office, KIND))
    assert choosing.in_use(office, KIND).sha256 == load_layout(KIND).sha256
    undo(office)
    assert choosing.in_use(office, KIND).sha256 == moved.sha256


def test_a_deleted_layout_comes_back_with_undo(office, moved) -> None:
    versions.create(office, moved, "示例版式")
    versions.delete(office, versions.row_of(office, "示例版式"))
    assert refused(versions.row_of, office, "示例版式") == "layout.unknown"
    undo(office)
    assert versions.load(office, versions.row_of(office, "示例版式")).sha256 == moved.sha256


def test_wording_that_claims_too_much_is_not_used(office, moved) -> None:
    claiming = worded(moved, label_heading="示例推荐标识")
    row = versions.create(office, claiming, "示例版式")
    assert refused(versions.use, office, row) == "layout.claims"
    row = versions.save(office, row, changed(claiming, accepted=(Accepted("推荐", "引用通知原文"),)))
    versions.use(office, row)
    row = versions.row_of(office, "示例版式")
    assert refused(versions.save, office, row, worded(moved, label_heading="示例放心标识")) == "layout.claims"
    national = worded(moved, title="全国承诺展示公告证明")
    assert refused(versions.save, office, row, national) == "layout.approval"


def test_a_refusal_names_variables_as_people_do(office, moved) -> None:
    row = versions.create(office, worded(moved, number="国家级编号　{number}"), "示例版式")
    with pytest.raises(UserError) as caught:
        versions.use(office, row)
    said = messages("zh_CN").of(caught.value)
    assert "国家级编号　{证书编号}" in said
    assert "number" not in said


def test_what_hides_text_is_not_used_without_a_reason(office, moved) -> None:
    frame = Frame(id="panel", name="示例色块", x=60.0, y=20.0, width=40.0, height=18.0, fill="#FFFFFF")
    hiding = changed(moved, elements=(*moved.elements, frame))
    row = versions.create(office, hiding, "示例版式")
    assert refused(versions.use, office, row) == "preflight.text_covered"
    row = versions.save(office, row, changed(hiding, accepted=(Accepted("panel/title", "设计稿如此"),)))
    versions.use(office, row)


def test_certificates_are_issued_from_the_layout_in_use_and_stay_as_they_were(year, moved) -> None:
    office = year.office
    versions.use(office, versions.create(office, worded(moved, number="编号甲　{number}"), "示例版式"))
    issued = year.issue()
    before = page_png(_pdf(office, issued.numbers[0]))
    versions.use(office, versions.row_of(office, KIND))
    assert page_png(_pdf(office, issued.numbers[0])) == before


def _pdf(office, number: str):
    path = office.profile.root / "page.pdf"
    finish(printing.print_one_file(office, [number], path))
    return path.read_bytes()


def test_nothing_is_issued_from_a_layout_that_changed_after_the_check(year, moved) -> None:
    office = year.office
    row = versions.create(office, moved, "示例版式")
    job = issuing.issue(office, year.campaign_id, year.keys)
    next(job)
    versions.use(office, row)
    with pytest.raises(UserError) as caught:
        finish(job)
    assert caught.value.code == "store.changed_meanwhile"
    assert register.count(office, CertificateFilter()) == 0


def test_a_small_label_stops_everybody_before_a_number_is_spent(year, moved) -> None:
    office = year.office
    small = with_element(moved, "qr", replace(moved.element("qr"), width=25.0, height=25.0))
    row = versions.create(office, small, "示例版式")
    assert refused(versions.use, office, row) == "preflight.label_small"
    with office.writing("layout_use", name=row.name, kind=KIND) as work:  # as an earlier version let it be used
        work.session.get_one(DocumentLayout, row.id).in_use = True
    assert refused(lambda: finish(issuing.preflight(office, year.campaign_id))) == "preflight.label_small"


def test_pictures_are_kept_and_print(year, illustrated) -> None:
    office = year.office
    row = versions.create(office, illustrated, "示例版式")
    versions.use(office, row)
    (number, *_) = year.issue().numbers
    assert previewing.issued_page(office, number)
    assert pictures.add(office, EMBLEM) == EMBLEM_SHA
    assert refused(pictures.add, office, b"GIF89a") == "documents.picture_unreadable"
    lost = with_element(illustrated, "emblem", replace(illustrated.element("emblem"), picture="0" * 64))
    assert refused(versions.create, office, lost, "没有图片") == "documents.picture_missing"


def test_a_layout_travels_as_one_file(office, illustrated, tmp_path) -> None:
    row = versions.create(office, illustrated, "示例版式")
    path = carrying.carry_out(office, row, tmp_path / "示例 版式.qclayout")
    again = carrying.carry_out(office, row, tmp_path / "again.qclayout")
    assert path.read_bytes() == again.read_bytes()
    taken = carrying.carry_in(office, path)
    assert (taken.name, taken.sha256) == ("示例 版式", row.sha256)
    assert versions.load(office, taken).resources.pictures == {EMBLEM_SHA: EMBLEM}
    assert refused(carrying.carry_out, office, row, tmp_path / "a.toml") == "layout.needs_archive"
    assert refused(carrying.carry_out, office, row, tmp_path / "a.zip") == "layout.suffix"
    plain = carrying.carry_out(office, versions.row_of(office, KIND), tmp_path / "a.toml")
    assert carrying.read_in(plain).sha256 == load_layout(KIND).sha256


@pytest.fixture
def hostile(tmp_path, illustrated):
    def make(case: str):
        path = tmp_path / f"{case}.qclayout"
        if case == "noise":
            path.write_bytes(b"\x00\xff" * 100)
        if case == "binary":
            path.write_bytes("format = 2".encode("utf-16"))
        if case in ("strange", "empty", "bomb", "no_picture", "cut", "wrong_picture", "twice"):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                if case != "empty":
                    archive.writestr("layout.toml", illustrated.text)
                if case == "twice":
                    with pytest.warns(UserWarning, match="Duplicate"):
                        archive.writestr("layout.toml", illustrated.text)
                if case == "strange":
                    archive.writestr("../evil.txt", "示例")
                if case == "bomb":
                    archive.writestr("pictures/a", b"\x00" * 70_000_000)
                if case == "wrong_picture":
                    archive.writestr(f"pictures/{EMBLEM_SHA}", b"GIF89a")
        if case == "cut":
            path.write_bytes(path.read_bytes()[:-30])
        return path

    return make


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("noise", "layout.file_unreadable"),
        ("binary", "layout.file_unreadable"),
        ("strange", "layout.file_unreadable"),
        ("empty", "layout.file_unreadable"),
        ("bomb", "layout.file_too_large"),
        ("no_picture", "documents.picture_missing"),
        ("wrong_picture", "documents.picture_missing"),
        ("cut", "layout.file_unreadable"),
        ("twice", "layout.file_twice"),
        ("absent", "exchange.not_found"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_in_words(hostile, case: str, code: str) -> None:
    assert refused(carrying.read_in, hostile(case)) == code


def test_the_register_says_from_which_version_a_certificate_was_issued(year, moved) -> None:
    office = year.office
    first = versions.create(office, moved, "示例版式")
    versions.use(office, versions.save(office, first, worded(moved, number="编号甲　{number}")))
    (number, *_) = year.issue().numbers
    assert register.row(office, number).layout == Origin("示例版式", 2)
    versions.use(office, versions.row_of(office, KIND))
    versions.delete(office, versions.row_of(office, "示例版式"))
    assert register.row(office, number).layout == Origin("", 2)


def test_what_a_copy_changed_nothing_of_is_not_said_to_come_from_the_copy(year, moved) -> None:
    office = year.office
    (number,) = year.issue(year.participations()[:1]).numbers
    versions.create(office, load_layout(KIND), "原样的副本")
    assert register.row(office, number).layout is None
    versions.use(office, versions.create(office, moved, "甲版式"))
    versions.create(office, moved, "甲版式 副本")
    (number,) = year.issue(year.participations()[1:2]).numbers
    assert register.row(office, number).layout == Origin("甲版式、甲版式 副本", 1)


def test_a_certificate_of_the_layout_that_ships_says_so(year) -> None:
    (number, *_) = year.issue().numbers
    assert register.row(year.office, number).layout is None


STRANGE = {
    "edition = 1\n": ("edition = -1\n", "layout.edition"),
    'language = "zh-CN"': ('language = "klingon"', "layout.language"),
    "[page]\n": ("[page]\ncolour = 1\n", "layout.entry_unread"),
    "[phrases]\n": ("[surprise]\na = 1\n\n[phrases]\n", "layout.entry_unread"),
    'name = "邮政编码"': (f'name = "{"很长的名称" * 20}"', "layout.name_long"),
}


@pytest.mark.parametrize("part", STRANGE)
def test_what_nobody_reads_or_prints_is_refused_in_a_new_layout(office, tmp_path, part) -> None:
    text = load_layout("address_label").text
    other, code = STRANGE[part]
    assert part in text
    path = tmp_path / "示例.toml"
    path.write_text(text.replace(part, other, 1), encoding="utf-8")
    assert refused(carrying.carry_in, office, path) == code
    assert refused(carrying.read_in, path) == code
    strange = parse_layout(path.read_text(encoding="utf-8"))
    assert refused(versions.create, office, strange, "示例") == code
    row = versions.create(office, load_layout("address_label"), "示例")
    assert refused(versions.save, office, row, strange) == code


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_a_file_with_no_text_in_it_says_where(tmp_path, mark) -> None:
    path = tmp_path / "示例.toml"
    path.write_bytes(mark + "# 示\n# 中文a".encode() + b"\xff")
    with pytest.raises(UserError) as problem:
        carrying.read_in(path)
    assert (problem.value.params["line"], problem.value.params["column"]) == (2, 6)
    path.write_bytes(mark + load_layout("address_label").text.encode())
    assert carrying.read_in(path).sha256 == load_layout("address_label").sha256


def test_a_file_cut_within_a_character_says_where(office, tmp_path) -> None:
    path = tmp_path / "示例.toml"
    whole = load_layout("address_label").text.encode()
    path.write_bytes(whole[: whole.index("邮政编码".encode()) + 1])
    with pytest.raises(UserError) as problem:
        carrying.read_in(path)
    line = whole[: whole.index("邮政编码".encode())].count(b"\n") + 1
    assert (problem.value.code, problem.value.params["line"]) == ("documents.layout_syntax", line)


@pytest.mark.parametrize(
    ("element", "missing"),
    [
        ({"kind": "vertical", "text": "竖排", "height": 40.0}, "width"),
        ({"kind": "text", "text": "横排"}, "width"),
        ({"kind": "picture", "picture": EMBLEM_SHA, "width": 20.0, "height": 0.0}, "height"),
    ],
)
def test_a_size_that_is_missing_is_named_in_a_new_layout(office, element, missing) -> None:
    made = tomllib.loads(load_layout("address_label").text)
    made["element"].append({"id": "extra", "x": 5.0, "y": 5.0, **element})
    layout = parse_layout(tomli_w.dumps(made)).with_resources(Resources({EMBLEM_SHA: EMBLEM}))
    with pytest.raises(UserError) as problem:
        versions.create(office, layout, "示例")
    assert (problem.value.code, problem.value.params["entry"]) == ("documents.layout_entry", f"extra.{missing}")
    told = [one.code for one in form_of(layout).on_paper(layout, 300)]  # one that was saved before
    assert ("preflight.picture_no_size" in told) == (element["kind"] == "picture")


def test_a_frozen_layout_is_not_asked_what_only_new_ones_are(office) -> None:
    text = load_layout("address_label").text.replace("edition = 1\n", "edition = -1\n", 1)
    frozen = parse_layout(text)
    assert kept_layout(text, frozen.sha256).edition == -1


@pytest.mark.parametrize("kind", [KIND, "invitation_letter"])
def test_a_text_that_is_too_long_is_said_of_the_layout_and_not_of_a_certificate(office, kind) -> None:
    long = worded(load_layout(kind), title="示例标题" * 60)
    problem = layout_preview.page(office, long).problem
    assert problem is not None
    told = messages("zh_CN").of(problem)
    assert told.startswith("文字太长，版式里放不下：“示例标题示例")
    assert "×" not in told
    assert "作废" not in told
    assert layout_preview.page(office, worded(load_layout(kind), title="示例标题")).problem is None
