"""A layout with every kind of element, and what becomes of one that was changed."""

from __future__ import annotations

import hashlib
import io
import time
import tomllib
from dataclasses import replace
from typing import Any

from qc_desktop.documents.labels.layout import LabelLayout
from qc_desktop.documents.labels.presets import shipped_presets
from qc_desktop.documents.labels.rendering import write_labels
from qc_desktop.documents.layout import Resources
from qc_desktop.documents.layout.model import page_of
from qc_desktop.documents.layout.reading import parse_design
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.sheets import Appearance, Sheet
from qc_desktop.errors import UserError
from qc_desktop.messages import LANGUAGES, messages
from tests.documents.elements.test_drawings import picture
from tests.documents.labels import samples as labels
from tests.documents.samples import PREFIX, make_record

EMBLEM = picture(size=(40, 30))
EMBLEM_SHA = hashlib.sha256(EMBLEM).hexdigest()
LONGEST_SECONDS = 5.0
LONGEST_SENTENCE = 1_000
PLACE = {"x": 20.0, "y": 30.0, "width": 60.0, "height": 40.0}
FLOWS: list[dict[str, Any]] = [
    {"id": "w1", "set": "columns", "text": "{pledge_text}"},
    {"id": "w2", "set": "items", "text": ["{products}", "{holder}"]},
    {"id": "w3", "set": "fill", "text": ["名称", "{holder}"], "rows": 2},
    {"id": "w4", "set": "signature", "text": ["{issuer}", "{issued:date}"]},
    {"id": "w6", "set": "headline", "text": "{holder}", "lines": 4, "only_with": "hotline"},
    {"id": "w7", "set": "hanging", "text": ["附件：", "{holder}"], "indent": 2.0, "only_without": "copy"},
    {"id": "w5", "set": "lines", "text": ["{word.products_list}"], "short": ["{word.products_count}"]},
]
EVERY_KIND: list[dict[str, Any]] = [
    {"kind": "text", "id": "t1", **PLACE, "text": ["{holder}", "第{number}号"], "size": 12.0, "smallest": 6.0},
    {"kind": "text", "id": "t2", **PLACE, "text": "{body}", "align": "justify", "lines": 6, "smallest": 5.0},
    {"kind": "vertical", "id": "v1", **PLACE, "text": "{holder}（{uscc}）", "smallest": 6.0, "lines": 4},
    {"kind": "table", "id": "tab", **PLACE, "column": [{"title": "产品", "text": "{products}"}, {"text": "{issuer}"}]},
    {"kind": "line", "id": "l1", **PLACE},
    {"kind": "frame", "id": "f1", **PLACE, "radius": 3.0, "fill": "pale"},
    {"kind": "border", "id": "b1", **PLACE, "style": "double", "band": 2.0},
    {"kind": "border", "id": "b2", **PLACE},
    {"kind": "flow", "id": "f2", **PLACE, "height": 120.0, "part": [*FLOWS]},
    {"kind": "picture", "id": "p1", **PLACE, "picture": EMBLEM_SHA, "fit": "stretch", "ink": True},
]


def every_kind() -> dict[str, Any]:
    """The certificate that ships with one element more of every kind, and a scan below."""
    layout = tomllib.loads(load_layout("pledge_display_certificate").text)
    background = {"picture": EMBLEM_SHA, "x": 0.0, "y": 0.0, "width": 100.0, "height": 50.0}
    return {**layout, "element": [*layout["element"], *EVERY_KIND], "background": background}


def _printed_labels(layout: LabelLayout, start: float) -> str:
    """What becomes of labels on every sheet that ships, with and without a hidden code."""
    found = {_on_sheet(layout, preset.key, hidden) for preset in shipped_presets() for hidden in (False, True)}
    if time.process_time() - start > LONGEST_SECONDS:
        return "too slow"
    return min(found - {"refused"}, default="refused")


def _on_sheet(layout: LabelLayout, preset: str, hidden: bool) -> str:
    job, out = replace(labels.job(preset, hidden=hidden), layout=layout), io.BytesIO()
    try:
        list(write_labels(out, job, labels.pages(job, 1)))
    except UserError as problem:
        return "refused" if all(len(messages(one).of(problem)) < LONGEST_SENTENCE for one in LANGUAGES) else "long"
    return "rendered" if out.getvalue().startswith(b"%PDF") else "no PDF"


def outcome(text: str) -> str:
    """What becomes of the layout ``text``; whatever is no sentence for people passes through."""
    start = time.process_time()
    try:
        design = parse_design(text)
        if isinstance(design, LabelLayout):
            return _printed_labels(design, start)
        layout = page_of(design).with_resources(Resources({EMBLEM_SHA: EMBLEM}))
        record = {**sample_record(layout), **make_record(1, template=layout.sha256)}
        sheet = Sheet(record, PREFIX, "1" * 300, copy=2)
        look = Appearance(preview=True, background=True, mark="draft")
        pdf = render_bytes(sheet, {layout.sha256: layout}, look)
        said = "rendered" if pdf.startswith(b"%PDF") else "no PDF"
    except UserError as problem:
        told = [messages(language).of(problem) for language in LANGUAGES]
        said = "refused" if all(len(sentence) < LONGEST_SENTENCE for sentence in told) else "told at length"
    return said if time.process_time() - start < LONGEST_SECONDS else "too slow"
