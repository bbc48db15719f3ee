"""A layout in the making, without a window: every change has its way back."""

from __future__ import annotations

import pytest

from qc_desktop.documents.elements.line import LineElement
from qc_desktop.documents.elements.registry import ELEMENTS
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.extents import Extent
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.gui.pages.layouts.editor.making import LOCKED, Making


@pytest.fixture
def making(qapp) -> Making:
    return Making(load_layout("pledge_display_certificate"))


def test_moves_add_up_and_one_run_of_keys_is_one_step(making: Making) -> None:
    making.choose(["title"])
    for _ in range(7):
        making.move(0.1, 0.0, run="keys")
    assert making.element("title").x == pytest.approx(48.5 + 0.7)
    assert making.is_unsaved
    making.undo()
    assert making.element("title").x == 48.5
    assert not making.is_unsaved
    making.redo()
    assert making.element("title").x == pytest.approx(49.2)
    assert not making.can_redo


def test_another_selection_ends_the_run(making: Making) -> None:
    making.choose(["title"])
    making.move(1.0, 0.0, run="keys")
    making.choose(["issuer"])
    making.move(1.0, 0.0, run="keys")
    making.undo()
    assert making.element("title").x == 49.5
    assert making.element("issuer").x == 188.0


@pytest.mark.parametrize("kind", [kind for kind in ELEMENTS if kind not in LOCKED], ids=lambda kind: kind.KIND)
def test_everything_can_be_added_copied_and_taken_away(making: Making, kind) -> None:
    making.add(kind)
    (name,) = making.chosen
    assert parse_layout(making.layout.text).element(name).KIND == kind.KIND
    making.duplicate()
    assert making.chosen != (name,)
    assert making.remove() == []
    making.undo()
    making.undo()
    making.undo()
    assert not making.is_unsaved


def test_label_and_seal_stay(making: Making) -> None:
    making.choose(["qr", "seal", "rosette"])
    assert making.remove() == ["查验标识", "盖章处"]
    assert {element.id for element in making.layout.elements} >= {"qr", "seal"}
    making.choose(["qr"])
    making.duplicate()
    assert sum(element.KIND == "label" for element in making.layout.elements) == 1


def test_a_label_stays_square_and_a_line_straight(making: Making) -> None:
    making.reshape("qr", Extent(30.0, 140.0, 40.0, 20.0))
    label = making.element("qr")
    assert (label.width, label.height) == (40.0, 40.0)
    making.add(LineElement)
    (name,) = making.chosen
    making.reshape(name, Extent(20.0, 50.0, 100.0, 1.5))
    assert (making.element(name).height, making.element(name).width) == (0.0, 100.0)


def test_a_text_is_as_large_as_what_it_prints(making: Making) -> None:
    box = making.boxes()["label"]
    label = making.element("label")
    assert isinstance(label, TextElement)
    assert box.height > 4 * label.step
    assert box.y < label.y < box.bottom


def test_layers_move_together_and_keep_their_order(making: Making) -> None:
    order = [element.id for element in making.layout.elements]
    making.choose(order[:2])
    making.raise_by(1)
    assert [element.id for element in making.layout.elements][:3] == [order[2], order[0], order[1]]
    making.raise_by(-1)
    assert [element.id for element in making.layout.elements] == order


def test_a_step_back_after_saving_comes_to_what_was_saved(making: Making) -> None:
    first = making.layout
    making.take(changed(first, words={**first.words, "title": "示例甲"}), "title")
    making.take_saved(making.layout)
    making.take(changed(first, words={**first.words, "title": "示例乙"}), "title")
    making.undo()
    assert (making.layout.words["title"], making.is_unsaved) == ("示例甲", False)


def test_aligning_and_spreading_are_one_step_each(making: Making) -> None:
    making.choose(["issuer", "issued"])
    making.align("left")
    boxes = making.boxes()
    assert boxes["issuer"].x == pytest.approx(boxes["issued"].x)
    making.choose(["title", "issuer", "scope"])
    making.spread(across=False)
    making.undo()
    making.choose(["title"])
    making.align("centre")
    assert making.boxes()["title"].x + 100.0 == pytest.approx(148.5)
