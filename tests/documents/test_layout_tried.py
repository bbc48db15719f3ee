"""Layouts from which nobody could be issued, and seals that would spoil what they come down on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.layout.editing import changed, with_element
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.domain.findings import Severity
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from qc_desktop.services.layouts.checking import findings

NO_COMPANY = ("兹证明：某公司。特此证明。",)


def altered(layout, name: str, **values: object):
    return with_element(layout, name, replace(layout.element(name), **values))


def found(layout) -> list[tuple[str, str, Severity]]:
    told = findings(layout)
    for language in ("zh_CN", "en"):
        assert all(messages(language).of(finding) for finding in told)
    return [(finding.code, finding.field, finding.severity) for finding in told]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda layout: altered(layout, "flow", height=2.0), "layout.no_room"),
        (lambda layout: altered(layout, "title", width=0.0), "layout.no_room"),
        (lambda layout: altered(layout, "title", font="user:nix"), "fonts.unknown"),
        (lambda layout: changed(layout, phrases={**layout.phrases, "statement": NO_COMPANY}), "preflight.statement"),
        (lambda layout: changed(layout, phrases={**layout.phrases, "statement": ()}), "layout.word_empty"),
        (lambda layout: changed(layout, words={**layout.words, "title": "　"}), "layout.word_empty"),
        (lambda layout: changed(layout, words={**layout.words, "label_heading": "示例\U000e0001"}), "preflight.glyph"),
    ],
)
def test_what_could_be_issued_to_nobody_is_an_error_before_anybody_is_looked_at(layout, make, code: str) -> None:
    assert (code, Severity.ERROR) in {(told, severity) for told, _, severity in found(make(layout))}


def test_no_room_for_a_long_name_is_told_and_stops_nobody_else(layout) -> None:
    narrow = altered(layout, "flow", width=100.0)
    parts = [
        replace(one, smallest=one.size, lines=1) if one.id == "holder" else one for one in narrow.element("flow").part
    ]
    told = found(altered(narrow, "flow", part=tuple(parts), width=197.0))
    assert told == [("layout.no_room_long", "holder", Severity.WARNING)]


def test_a_seal_over_the_label_or_its_quiet_zone_is_an_error(layout) -> None:
    qr = layout.element("qr")
    for x in (qr.x, qr.x + qr.width - 1.0):
        assert ("preflight.seal_on_label", "seal", Severity.ERROR) in found(altered(layout, "seal", x=x, y=qr.y))
    spot = altered(layout, "seal", x=qr.x + 50.0, y=qr.y, width=0.0, height=0.0)
    assert ("preflight.seal_on_label", "seal", Severity.ERROR) in found(spot)
    assert ("preflight.seal_small", "seal", Severity.ERROR) in found(spot)


def test_a_place_that_only_a_large_seal_would_overflow_is_a_warning(layout) -> None:
    qr = layout.element("qr")

    def at(gap: float, size: float) -> list[tuple[str, str, Severity]]:
        """What is said of a seal whose middle stands so far beside the label."""
        place = {"x": qr.x + qr.width + gap - size / 2, "y": qr.y + (qr.height - size) / 2}
        told = found(altered(layout, "seal", width=size, height=size, **place))
        return [one for one in told if "_label" in one[0]]

    assert at(20.9, 30.0) == at(22.0, 45.0) == [("preflight.seal_on_label", "seal", Severity.ERROR)]
    assert at(21.1, 42.0) == at(22.4, 42.0) == [("preflight.seal_near_label", "seal", Severity.WARNING)]
    assert at(22.6, 45.0) == []


def test_a_seal_over_the_name_is_a_warning_and_over_the_issuer_as_it_should_be(layout) -> None:
    assert found(layout) == []
    assert ("preflight.seal_on_name", "seal", Severity.WARNING) in found(altered(layout, "seal", x=120.0, y=45.0))


def test_ink_on_navy_is_swallowed(layout) -> None:
    issuer = layout.element("issuer")
    ground = Frame(id="ground", x=issuer.x, y=issuer.y - 8.0, width=issuer.width, height=10.0, fill="main", weight=0.0)
    made = changed(layout, elements=(ground, *layout.elements))
    assert ("preflight.text_pale", "issuer", Severity.ERROR) in found(made)


def test_the_scope_sentence_stands_on_no_ground_that_is_nearly_as_dark(layout) -> None:
    scope = layout.element("scope")
    ground = Frame(id="ground", x=scope.x, y=scope.y - 6.0, width=scope.width, height=8.0, weight=0.0)
    for fill, dark in (("main", True), ("#17365D", True), ("#888888", True), ("#F0E8D8", False), ("#FFFFFF", False)):
        made = changed(layout, elements=(replace(ground, fill=fill), *layout.elements))
        if dark:
            with pytest.raises(UserError) as refused:
                parse_layout(made.text)
            assert refused.value.code == "documents.layout_scope"
        else:
            assert parse_layout(made.text).has("ground")
