"""公章: asked for before anything is numbered, frozen at issue, the settings' for what is older."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from qc_desktop.domain.progress import finish
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services import doctor, preferences
from qc_desktop.services.certificates import issuing, previewing, printing, register, seals
from qc_desktop.services.layouts import pictures
from qc_desktop.services.layouts import previewing as layout_previewing
from qc_desktop.services.layouts.checking import of_seal
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.papers import making
from qc_desktop.services.papers.making import PaperOrder
from qc_desktop.storage.tables import Certificate, LayoutPicture
from tests.samples import refused

N = "QC-2026-315-{:06}".format
RED, BLUE = (220, 0, 0), (0, 0, 255)


@pytest.fixture
def choose(year, tmp_path):
    """Sets a seal of one colour, or none; returns its file."""

    def choose(colour=None):
        picture = tmp_path / f"示例章{len(list(tmp_path.iterdir()))}.png"
        if colour:
            Image.new("RGB", (360, 360), colour).save(picture)
        preferences.change(year.office, {"seal_picture": str(picture) if colour else ""})
        return picture

    return choose


def seals_on(year, path, numbers):
    """The colours of the seals on the pages printed into one file."""
    made = finish(printing.print_one_file(year.office, numbers, path)).path
    with pypdfium2.PdfDocument(made) as document:
        pages = [set(page.render(scale=20 / 72).to_pil().convert("RGB").get_flattened_data()) for page in document]
    return [page & {RED, BLUE} for page in pages]


def test_a_certificate_keeps_the_seal_it_was_issued_with_also_none(year, choose, tmp_path: Path):
    ids = year.participations()
    year.issue(ids[:1])
    red = choose(RED)
    year.issue(ids[1:2])
    choose(BLUE)
    year.issue(ids[2:3])
    red.unlink()
    assert seals_on(year, tmp_path / "全部.pdf", [N(1), N(2), N(3)]) == [set(), {RED}, {BLUE}]
    assert previewing.issued_page(year.office, N(2))
    with year.office.store.reading() as session:
        assert session.query(LayoutPicture).count() == 2


def test_what_was_issued_before_seals_were_noted_follows_the_settings(year, choose, tmp_path, monkeypatch):
    monkeypatch.setattr(seals, "freeze", lambda session, seal: {})
    year.issue(year.participations()[:1])
    picture = choose(BLUE)
    assert seals_on(year, tmp_path / "a.pdf", [N(1)]) == [{BLUE}]
    picture.unlink()
    with refused("certificate.seal_lost"):
        finish(printing.print_one_file(year.office, [N(1)], tmp_path / "b.pdf"))


def test_a_file_without_a_seal_holds_no_picture_whoever_is_in_the_run(year, choose, tmp_path, monkeypatch):
    ids = year.participations()
    with monkeypatch.context() as older:
        older.setattr(seals, "freeze", lambda session, seal: {})
        year.issue(ids[:1])
    year.issue(ids[1:2])  # with no seal, and so for ever
    choose(RED)

    def made(numbers, folder):
        finish(printing.print_folder(year.office, numbers, tmp_path / folder))
        (path,) = (tmp_path / folder).glob(f"{N(2)}_*")
        return path

    alone, among = made([N(2)], "alone"), made([N(1), N(2)], "among")
    assert among.read_bytes() == alone.read_bytes()
    with pypdfium2.PdfDocument(among) as document:
        assert not any(found.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE for found in document[0].get_objects())
    assert b"/Image" not in among.read_bytes()


@pytest.mark.parametrize("code", ["certificate.seal_lost", "certificate.seal_unusable"])
def test_a_seal_that_cannot_be_printed_stops_before_anything_is_numbered(year, choose, tmp_path, code):
    picture = choose(RED)
    year.issue(year.participations()[:1])
    if code.endswith("lost"):
        picture.unlink()
    else:
        picture.write_bytes(picture.read_bytes()[:60])
    with refused(code):
        finish(issuing.preflight(year.office, year.campaign_id))
    with refused(code):
        year.issue()
    with refused(code):
        register.replace(year.office, N(1), "示例错字", year.keys)
    with year.office.store.reading() as session:
        assert session.query(Certificate).count() == 1
    order = PaperOrder("pledge_letter", campaign_id=year.campaign_id, blank=True)
    finish(making.make(year.office, order, tmp_path / "承诺书.pdf"))  # a letter has no seal to print
    assert (tmp_path / "承诺书.pdf").is_file()


@pytest.mark.parametrize("kept", [{}, b"\x89PNG"])
def test_a_kept_seal_that_was_changed_past_the_program_is_never_printed(year, choose, tmp_path, monkeypatch, kept):
    choose(RED)
    year.issue(year.participations()[:1])
    monkeypatch.setattr(pictures, "kept", lambda session, wanted: dict.fromkeys(wanted, kept) if kept else {})
    with refused("certificate.seal_damaged"):
        finish(printing.print_one_file(year.office, [N(1)], tmp_path / "a.pdf"))


@pytest.mark.parametrize(
    ("mode", "size", "colour", "code"),
    [
        ("RGBA", (300, 300), (200, 0, 0, 0), "documents.seal_blank"),
        ("RGB", (300, 300), (255, 255, 255), "documents.seal_blank"),
        ("1", (12_000, 3), 0, "documents.picture_too_large"),
        ("1", (900, 300), 0, "documents.seal_narrow"),
        ("RGB", (300, 200), (255, 0, 0), ""),
    ],
)
def test_a_picture_that_shows_no_seal_is_refused_when_chosen_and_named_by_the_check_up(
    year, choose, mode, size, colour, code
):
    picture = choose(RED)
    Image.new(mode, size, colour).save(picture)
    told = {one.code: one for one in doctor.examine(year.office) if one.code.startswith("seal")}
    if not code:
        preferences.change(year.office, {"seal_picture": str(picture)})
        assert not told
        return
    with refused(code):
        preferences.change(year.office, {"seal_picture": str(picture)})
    with refused("certificate.seal_unusable"):
        seals.present(year.office)
    assert told["seal_unusable"].params["why"].code == code
    picture.unlink()
    told = {one.code: one for one in doctor.examine(year.office)}
    assert not told["seal_lost"].good
    for lang in LANGUAGES:
        assert str(picture) in messages(lang).text("doctor.seal_lost", **told["seal_lost"].params)


def test_a_seal_of_too_few_pixels_is_found_before_anything_is_numbered(year, choose, tmp_path):
    picture = choose(RED)
    Image.new("RGB", (177, 120), RED).save(picture)  # 100 to the inch at 45 mm by a hair
    told = finish(issuing.preflight(year.office, year.campaign_id)).layout
    assert [(one.code, one.params["dpi"], one.params["fine"]) for one in told] == [("documents.seal_soft", 100, 355)]
    Image.new("RGB", (50, 50), RED).save(picture)
    for stopped in (lambda: finish(issuing.preflight(year.office, year.campaign_id)), year.issue):
        with refused("certificate.seal_unusable") as problem:
            stopped()
        why = problem.value.params["why"]
        assert (why.code, why.params["dpi"], why.params["pixels"]) == ("documents.seal_coarse", 28, 178)
    (told,) = (one for one in doctor.examine(year.office) if one.code == "seal_unusable")
    assert told.params["why"].code == "documents.seal_coarse"
    layout = in_use(year.office, "pledge_display_certificate")
    assert [(one.code, one.field) for one in of_seal(year.office, layout)] == [("documents.seal_coarse", "seal")]
    assert "documents.seal_coarse" in [one.code for one in layout_previewing.page(year.office, layout).found]
    assert not of_seal(year.office, in_use(year.office, "pledge_letter"))


def test_a_seal_is_as_fine_as_its_size_allows(year, choose, tmp_path):
    picture = choose(RED)
    Image.new("RGB", (200, 200), RED).save(picture)
    preferences.change(year.office, {"seal_picture": str(picture), "seal_diameter_mm": "42"})
    with refused("documents.seal_coarse"):
        preferences.change(year.office, {"seal_diameter_mm": "60"})
    preferences.change(year.office, {"seal_picture": ""})
    preferences.change(year.office, {"seal_diameter_mm": "60"})
    with refused("documents.seal_coarse"):
        preferences.change(year.office, {"seal_picture": str(picture)})
    assert preferences.get(year.office, "seal_picture") == ""
