"""Letters, forms, envelopes and labels: what is printed is what was composed, on as many pages as it takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qc_desktop.documents import pdfium
from qc_desktop.documents.composing import compose_pages, values_of
from qc_desktop.documents.labels.presets import shipped_presets
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.papers import Imposed, Papers, paper_bytes, render_paper_files, render_papers
from qc_desktop.documents.preflight import check_paper
from qc_desktop.documents.preview import page_count
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.documents.types import PAGE
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.progress import finish
from tests.samples import refused

UNNUMBERED = [known.kind for known in DOCUMENT_TYPES if known.form == PAGE and not known.is_numbered]
NOTICE = load_layout("return_notice")
LABEL = load_layout("address_label")
PRESETS = {preset.key: preset for preset in shipped_presets()}


def read(source: bytes | Path) -> list[str]:
    """The text of each page without blanks: a reader gives lines in an order of its own."""
    with pdfium.document(source) as opened:
        pages = [pdfium.page_of(opened, place) for place in range(len(opened))]
        found = []
        for page in pages:
            with page as shown, closing(shown.get_textpage()) as text:
                found.append("".join(sorted("".join(text.get_text_bounded().split()))))
    return found


def composed(kind: str, record: dict[str, object]) -> list[str]:
    pages = compose_pages(record, load_layout(kind))
    return ["".join(sorted("".join("".join(text.line.text for text in page).split()))) for page in pages]


@pytest.mark.parametrize("kind", UNNUMBERED)
def test_what_is_printed_is_what_was_composed(kind: str) -> None:
    record = sample_record(load_layout(kind))
    assert read(paper_bytes(record, load_layout(kind))) == composed(kind, record)


def notice(matters: int) -> dict[str, object]:
    return {
        **sample_record(NOTICE),
        "matters": tuple(f"第{n}处，请补正示例材料并写明理由。" for n in range(1, matters + 1)),
    }


def test_a_matter_that_is_alone_is_not_counted() -> None:
    def lines(matters: int) -> list[str]:
        return [text.line.text for page in compose_pages(notice(matters), NOTICE) for text in page]

    assert any(line.startswith("一、第1处") for line in lines(2))
    assert any(line.startswith("第1处") for line in lines(1))


@pytest.mark.parametrize(("matters", "pages"), [(1, 1), (6, 1), (7, 2), (200, 10)])
def test_a_letter_takes_as_many_pages_as_it_needs(matters: int, pages: int) -> None:
    made = paper_bytes(notice(matters), NOTICE)
    assert page_count(made) == pages
    assert read(made) == composed("return_notice", notice(matters))


def test_the_head_stands_on_the_first_page_and_the_page_number_on_the_others() -> None:
    said = [[text.line.text for text in page] for page in compose_pages(notice(40), NOTICE)]
    assert said[0][0] == "示例质量检验协会"
    assert [page[0] for page in said[1:]] == [f"— {number} —" for number in range(2, len(said) + 1)]
    assert said[-1][-2:] == ["示例质量检验协会", "2026年2月10日"]
    assert len(said[-1]) > 3  # text goes with the signature


def test_lines_are_left_to_fill_in_where_nothing_is_known() -> None:
    layout = load_layout("pledge_letter")
    about = {name: sample_record(layout)[name] for name in ("year", "theme", "clauses")}
    assert check_paper(about, layout) == []
    flow = layout.element("flow")
    drawn = flow.rules(layout, values_of(about, layout), layout.schemes["navy"])
    assert drawn.count(b"S\n") == 11


def test_what_does_not_fit_is_said_in_words() -> None:
    record = {**sample_record(NOTICE), "holder": "示例" * 700}
    with refused("paper.overfull"):
        paper_bytes({**sample_record(LABEL), "holder": "示例" * 60}, LABEL)
    assert page_count(paper_bytes(record, NOTICE)) > 2
    assert [found.code for found in check_paper({**sample_record(LABEL), "address": ""}, LABEL)] == ["paper.missing"]
    with refused("paper.glyph"):
        paper_bytes({**sample_record(NOTICE), "holder": "示例\ue000公司"}, NOTICE)


def labels(count: int) -> Iterator[dict[str, object]]:
    return ({**sample_record(LABEL), "holder": f"示例第{number}公司"} for number in range(1, count + 1))


def test_labels_begin_where_the_sheet_was_left(tmp_path: Path) -> None:
    preset = PRESETS["A4-24"]
    about = Imposed(preset, SheetMemory(23, (24,)))
    path = finish(render_papers(Papers(labels(26), 26, LABEL, imposed=about), tmp_path / "标签.pdf"))
    pages = read(path)
    assert [page.count("第") for page in pages] == [1, 24, 1]
    with pdfium.document(path) as opened, pdfium.page_of(opened, 0) as page:
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.05)


def test_labels_too_small_to_read_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    small = next(preset for preset in PRESETS.values() if preset.height < 22)
    with refused("paper.label_small"):
        finish(render_papers(Papers(labels(1), 1, LABEL, imposed=Imposed(small)), tmp_path / "a.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_a_job_broken_off_leaves_nothing(tmp_path: Path) -> None:
    for job in (
        render_papers(Papers(labels(9), 9, LABEL), tmp_path / "a.pdf"),
        render_paper_files(Papers(labels(9), 9, LABEL), (f"{n}.pdf" for n in range(9)), tmp_path / "folder"),
    ):
        assert next(job).done == 1
        job.close()
        assert list(tmp_path.iterdir()) == []


def test_nobody_is_a_sentence(tmp_path: Path) -> None:
    with refused("paper.nobody"):
        finish(render_papers(Papers((), 0, LABEL), tmp_path / "a.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    made = [finish(render_papers(Papers(labels(30), 30, LABEL), tmp_path / f"{n}.pdf")).read_bytes() for n in "ab"]
    assert made[0] == made[1]


def test_a_file_each_is_named_in_order(tmp_path: Path) -> None:
    names = ["甲.pdf", "乙.pdf"]
    made = finish(render_paper_files(Papers(labels(2), 2, LABEL), names, tmp_path / "信"))
    assert [path.name for path in made] == names
    assert [read(path)[0].count("2") > read(paper_bytes(next(labels(1)), LABEL))[0].count("2") for path in made] == [
        False,
        True,
    ]
