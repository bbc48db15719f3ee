"""A record made of the variables' samples, to see what a layout looks like before there is anything to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.documents.registry import document_type
from qc_desktop.documents.values import template

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.domain.records import RecordValue

LONG_NAME = "示例（集团）青禾电器与家用厨房设备研究开发制造股份有限公司第二分公司"
"""Of 34 characters: few companies have longer ones."""


def sample_record(layout: Layout, title: str = "") -> dict[str, RecordValue]:
    """What the layout's document says of an invented holder; phrases are filled as they are before freezing."""
    known = document_type(layout.kind)
    record: dict[str, RecordValue] = {
        variable.id: variable.sample for variable in known.variables if variable.fields == (variable.id,)
    }
    for phrase, samples in known.phrase_slots.items():
        filled = (template(text).fill(samples) for text in layout.phrases[phrase])
        record[phrase] = "".join(text for text in filled if text)
    if "title" in layout.words:
        record["title"] = title or layout.words["title"]
    return {**record, "kind": layout.kind, "template": layout.sha256}


def long_record(layout: Layout) -> dict[str, RecordValue]:
    """The same of a holder whose name is as long as the longest that occur."""
    record = sample_record(layout)
    short, name = str(record.get("holder", "")), LONG_NAME if "holder" in record else ""
    said = {field: value.replace(short, name) for field, value in record.items() if short and isinstance(value, str)}
    return {**record, **said}


def least_record(layout: Layout) -> dict[str, RecordValue]:
    """The same with no more than what such a document must say."""
    must = {*document_type(layout.kind).required, "kind", "template"}
    return {name: value for name, value in sample_record(layout).items() if name in must}
