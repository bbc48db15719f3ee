"""Texts of a layout as people read and type them: {企业名称} for {holder}, {发证日期} for {issued:date}."""

from __future__ import annotations

from collections.abc import Mapping

from qc_desktop.documents.layout import Design
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.values import PHRASES, WORD
from qc_desktop.domain.slots import SLOT
from qc_desktop.messages import Messages

_DATE = ":date"


def variables(kind: str, phrase: str = "") -> tuple[str, ...]:
    """What a text of a document of ``kind`` may name; of a ``phrase`` that is filled before freezing its own names."""
    known = document_type(kind)
    return tuple(known.phrase_slots[phrase]) if phrase in known.phrase_slots else tuple(known.by_name)


def names(layout: Design, words: Messages, phrase: str = "") -> dict[str, str]:
    """For each slot, as the layout writes it, what people call it."""
    known = document_type(layout.kind)
    samples: dict[str, object] = {name: variable.sample for name, variable in known.by_name.items()}
    if phrase in known.phrase_slots:
        samples = dict(known.phrase_slots[phrase])
    found = {
        name + (_DATE if _is_date(sample) else ""): said(words, layout, "variable", name)
        for name, sample in samples.items()
    }
    if phrase not in known.phrase_slots:
        own = {WORD + name: said(words, layout, "wording", name) for name in layout.words}
        own |= {PHRASES + name: said(words, layout, "wording", name) for name in layout.phrases}
        found |= {slot: name for slot, name in own.items() if name not in found.values()}
    return found


def offered(layout: Design, word: str, called: Mapping[str, str]) -> dict[str, str]:
    """Those of ``called`` that one would put into ``word``: no other words, and what it may name."""
    allowed = document_type(layout.kind).word_slots.get(word)
    plain = {slot: name for slot, name in called.items() if "." not in slot}
    return plain if allowed is None else {slot: name for slot, name in plain.items() if slot in allowed}


def said(words: Messages, layout: Design, group: str, name: str) -> str:
    """What people call ``name`` in ``layout``; one that an office made up stands for itself."""
    return words.sentences.get(f"{group}.{document_type(layout.kind).called(name)}", name)


def _is_date(sample: object) -> bool:
    return isinstance(sample, str) and len(sample) == 10 and sample[4] + sample[7] == "--"


def readable(text: str, called: Mapping[str, str]) -> str:
    """``text`` with what people call its slots."""
    return SLOT.sub(lambda slot: f"{{{called.get(slot[0][1:-1], slot[0][1:-1])}}}", text)


def typed(text: str, called: Mapping[str, str]) -> str:
    """``text`` as a layout writes it; what is no known name stays as it was typed."""
    back = {name: slot for slot, name in called.items()}
    pieces = text.replace("｛", "{").replace("｝", "}").split("{")
    made = [pieces[0]]
    for piece in pieces[1:]:
        name, mark, rest = piece.partition("}")
        made.append(f"{{{back.get(name.strip(), name)}{mark}{rest}")
    return "".join(made)
