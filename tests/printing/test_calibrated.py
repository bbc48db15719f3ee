"""On the way to the printer: laid on the paper, corrected, and nothing else changed."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

import numpy as np
import pikepdf
import pytest

from qc_desktop.documents import pdfium
from qc_desktop.documents.pagecheck import decode
from qc_desktop.documents.printing import calibrated
from qc_desktop.documents.printing.calibrated import CalibratedQueue, corrected
from qc_desktop.documents.printing.imposed import imposed
from qc_desktop.documents.printing.queue import Abilities, PrintOptions
from qc_desktop.documents.types.ruler_page import ruler_page
from qc_desktop.domain.calibration import PAPERS, Calibration, Measured, correction, paper
from qc_desktop.domain.printing import Placing
from qc_desktop.services.print_choices import options_of
from tests.printing.queues import KeepingQueue, texts
from tests.samples import refused

REFERENCE = Path(__file__).parent.parent / "reference" / "pledge_display_certificate.pdf"
MM = 72 / 25.4
OFF = Calibration(2.0, 3.0)
DPI = 254.0
"""Ten dots to the millimetre."""


def ink(path: Path) -> tuple[float, ...]:
    """The box that holds all ink of the first page: left, top, right, bottom in millimetres."""
    with pdfium.document(path) as opened, pdfium.page_of(opened, 0) as page:
        dark = pdfium.grey_pixels(page, DPI) < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return tuple(int(value) / 10 for value in (columns[0], rows[0], columns[-1], rows[-1]))


def drawn(path: Path) -> list[tuple[str, ...]]:
    """The operators of the first page but for what stands around them."""
    with pikepdf.open(path) as opened:
        found = pikepdf.parse_content_stream(opened.pages[0])
        return [(str(one.operator), *map(str, one.operands)) for one in found]


def ruler(folder: Path, sheet: str = "a4_across", applied: Calibration = Calibration()) -> Path:
    path = folder / f"{sheet}.pdf"
    path.write_bytes(ruler_page(paper(sheet), "示例打印机", "Tray1", dt.date(2026, 3, 15), applied))
    return path


def test_without_a_correction_the_very_file_is_handed_over(tmp_path):
    assert corrected(REFERENCE, tmp_path / "a.pdf", lambda _: Calibration()) == 0
    assert not (tmp_path / "a.pdf").exists()
    queue = KeepingQueue(tmp_path / "paper")
    CalibratedQueue(queue, lambda *_: Calibration()).submit(REFERENCE, "示例", PrintOptions())
    assert (queue.out / "001.pdf").read_bytes() == REFERENCE.read_bytes()


def test_the_page_moves_right_and_down_by_so_many_millimetres(tmp_path):
    before = ruler(tmp_path)
    assert corrected(before, tmp_path / "moved.pdf", lambda _: OFF) == 1
    moved = [round(after - first, 1) for after, first in zip(ink(tmp_path / "moved.pdf"), ink(before), strict=True)]
    assert moved == pytest.approx([2.0, 3.0, 2.0, 3.0], abs=0.11)


def test_the_page_is_scaled_from_its_upper_left_corner(tmp_path):
    before = ruler(tmp_path)
    corrected(before, tmp_path / "scaled.pdf", lambda _: Calibration(0, 0, 9_800, 9_900))
    wanted = [value * factor for value, factor in zip(ink(before), (0.98, 0.99, 0.98, 0.99), strict=True)]
    assert ink(tmp_path / "scaled.pdf") == pytest.approx(wanted, abs=0.15)


def test_what_is_drawn_stays_as_it_was_and_the_label_can_be_read(tmp_path):
    corrected(REFERENCE, tmp_path / "a.pdf", lambda _: OFF)
    whole = drawn(tmp_path / "a.pdf")
    assert whole[2:-1] == drawn(REFERENCE)
    assert [whole[0], whole[-1]] == [("q",), ("Q",)]
    with pdfium.document(tmp_path / "a.pdf") as opened, pdfium.page_of(opened, 0) as page:
        pixels = pdfium.grey_pixels(page, 300)
    with pdfium.document(REFERENCE) as opened, pdfium.page_of(opened, 0) as page:
        assert decode(pixels) == decode(pdfium.grey_pixels(page, 300)) is not None


def test_trays_and_papers_have_corrections_of_their_own(tmp_path):
    queue = KeepingQueue(tmp_path / "paper", has=Abilities((), (("a", "A"), ("b", "B"))))
    known = {("a", "a4_across"): OFF}
    to = CalibratedQueue(queue, lambda tray, sheet: known.get((tray, sheet), Calibration()))
    for tray, sheet in (("a", "a4_across"), ("b", "a4_across"), ("a", "a4_upright")):
        to.submit(ruler(tmp_path, sheet), "示例", PrintOptions(tray=tray))
    assert [drawn(path)[1][0] == "cm" for path in sorted(queue.out.iterdir())] == [True, False, False]


def test_what_is_no_pdf_is_refused(tmp_path):
    (tmp_path / "bad.pdf").write_bytes(b"nothing")
    for prepare in (lambda: corrected(tmp_path / "bad.pdf", tmp_path / "a.pdf", lambda _: OFF),
                    lambda: imposed(tmp_path / "bad.pdf", tmp_path / "a.pdf", Placing.ENLARGED)):  # fmt: skip
        with refused("pagecheck.not_readable"):
            prepare()
        assert not (tmp_path / "a.pdf").exists()


def several(folder: Path, sheet: str, count: int) -> Path:
    with pikepdf.new() as made, pikepdf.open(ruler(folder, sheet)) as one:
        for _ in range(count):
            made.pages.append(one.pages[0])
        made.save(folder / "several.pdf")
    return folder / "several.pdf"


@pytest.mark.parametrize(
    ("sheet", "placing", "size", "pages"),
    [
        ("a4_across", Placing.TWO_UP, (297, 420), 2),
        ("a4_upright", Placing.TWO_UP, (420, 297), 2),
        ("a4_across", Placing.ENLARGED, (420, 297), 3),
        ("a4_upright", Placing.ENLARGED, (297, 420), 3),
    ],
)
def test_a4_pages_on_a3_paper(tmp_path, sheet, placing, size, pages):
    assert imposed(several(tmp_path, sheet, 3), tmp_path / "a3.pdf", placing)
    with pdfium.document(tmp_path / "a3.pdf") as opened:
        assert [tuple(round(edge / MM) for edge in opened[place].get_size()) for place in range(len(opened))] == [
            size
        ] * pages
    words = texts(tmp_path / "a3.pdf")
    assert [text.count("打印机标尺页") for text in words] == ([2, 1] if placing is Placing.TWO_UP else [1, 1, 1])
    left, top, right, bottom = ink(ruler(tmp_path, sheet))
    factor = 420 / 297 if placing is Placing.ENLARGED else 1.0
    assert ink(tmp_path / "a3.pdf")[:2] == pytest.approx((left * factor, top * factor), abs=0.3)
    if placing is Placing.ENLARGED:
        assert ink(tmp_path / "a3.pdf")[2:] == pytest.approx((right * factor, bottom * factor), abs=0.3)


def test_pages_of_another_size_stay_as_they_are(tmp_path):
    assert not imposed(ruler(tmp_path, "a3_across"), tmp_path / "a.pdf", Placing.TWO_UP)
    assert not imposed(REFERENCE, tmp_path / "a.pdf", Placing.AS_IS)
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(200, 300))
        made.save(tmp_path / "small.pdf")
    assert corrected(tmp_path / "small.pdf", tmp_path / "a.pdf", lambda _: OFF) == 0


def test_a_label_on_a3_can_be_read_and_is_as_large_as_before(tmp_path):
    imposed(REFERENCE, tmp_path / "two.pdf", Placing.TWO_UP)
    with pdfium.document(tmp_path / "two.pdf") as opened, pdfium.page_of(opened, 0) as page:
        assert decode(pdfium.grey_pixels(page, 300))


def test_a_printer_without_such_paper_says_so_before_anything_is_sent(tmp_path):
    queue = KeepingQueue(tmp_path / "paper", has=Abilities(("A4",), ()))
    to = CalibratedQueue(queue, lambda *_: Calibration())
    with refused("print.no_paper"):
        to.submit(REFERENCE, "示例", options_of(Placing.ENLARGED, ""))
    assert not queue.out.exists()


@pytest.mark.parametrize("sheet", [one.id for one in PAPERS])
def test_the_ruler_page_has_its_marks_where_the_rule_takes_them_to_be(tmp_path, sheet):
    """A printer that is off is imitated; what is measured on its paper leads back to where everything belongs."""
    about = paper(sheet)
    moved = Calibration(1.5, -1.0, 10_100, 9_950)
    corrected(ruler(tmp_path, sheet), tmp_path / "paper.pdf", lambda _: moved)
    x, y = moved.x_scale / 10_000, moved.y_scale / 10_000
    read = Measured(
        about.width / 2 * x + moved.x_mm, about.height / 2 * y + moved.y_mm, about.across * x, about.down * y
    )
    with pdfium.document(tmp_path / "paper.pdf") as opened, pdfium.page_of(opened, 0) as page:
        dark = pdfium.grey_pixels(page, DPI) < 128
    middle = round(read.top * 10), round(read.left * 10)
    assert dark[middle[0] - 1 : middle[0] + 2, middle[1] - 20 : middle[1] + 20].any(axis=0).all()  # the cross
    ends = [round((read.left + side * read.across / 2) * 10) for side in (-1, 1)]
    assert all(dark[middle[0] - 20 : middle[0] + 20, end - 2 : end + 3].any(axis=1).sum() > 20 for end in ends)
    made = correction(about, read, Calibration())
    corrected(tmp_path / "paper.pdf", tmp_path / "right.pdf", lambda _: made)
    assert ink(tmp_path / "right.pdf") == pytest.approx(ink(ruler(tmp_path, sheet)), abs=0.3)


def test_the_ruler_page_says_where_it_was_printed_and_with_what_correction(tmp_path):
    (plain,) = texts(ruler(tmp_path))
    (told,) = texts(ruler(tmp_path, applied=Calibration(0.3, -0.5, 10_012, 9_990)))
    assert all(words in plain for words in ("示例打印机", "Tray1", "A4横放", "2026年3月15日", "本页没有校准"))
    assert "右移0.3毫米，上移0.5毫米，横向100.12%，纵向99.9%" in told


def test_a_full_disk_on_the_way_is_said_and_nothing_is_sent(tmp_path, monkeypatch):
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(calibrated, "corrected", full)
    queue = KeepingQueue(tmp_path / "paper")
    with refused("documents.not_written"):
        CalibratedQueue(queue, lambda *_: OFF).submit(REFERENCE, "示例", PrintOptions())
    assert not queue.out.exists()
