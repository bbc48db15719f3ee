"""Texts of a layout as people read and type them: {企业名称} for {holder}, {发证日期} for {issued:date}."""

from __future__ import annotations

from collections.abc import Mapping

from qc_desktop.documents.layout import Design, Layout
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.values import PHRASES, WORD, slots_of
from qc_desktop.domain.slots import SLOT
from qc_desktop.messages import Messages

_DATE = ":date"
_TECHNICAL = ("copy", "page", "ordinals", "stamp", "nobody")
"""Words that only some pages say, or that count."""


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


def in_order(layout: Design) -> list[tuple[str, str]]:
    """The layout's words and phrases, each with its group, as they are read: the title, then down the page, at last
    what only some pages say and what stands nowhere as it is."""
    texts = [("words", name) for name in layout.words] + [("phrases", name) for name in layout.phrases]
    if not isinstance(layout, Layout):
        return texts
    down = sorted(layout.elements, key=lambda one: one.y)
    read = [slot for one in down for text, _ in one.written() for slot in slots_of(text)]
    places = {slot: place for place, slot in reversed(list(enumerate(read)))}

    def place(text: tuple[str, str]) -> tuple[int, int]:
        group, name = text
        if name == "title" or name in _TECHNICAL:
            return (0, 0) if name == "title" else (2, 0)
        return 1, places.get((WORD if group == "words" else PHRASES) + name, len(read))

    return sorted(texts, key=place)


def readable(text: str, called: Mapping[str, str]) -> str:
    """``text`` with what people call its slots."""
    return SLOT.sub(lambda slot: f"{{{called.get(slot[0][1:-1], slot[0][1:-1])}}}", text)


def typed(text: str, called: Mapping[str, str]) -> str:
    """``text`` as a layout writes it, without blanks at the ends of a name and with ``:`` for a full-width colon in it.

    A name that is not known stays otherwise as it was typed, and so does one without an end.
    """
    back = {name: slot for slot, name in called.items()}
    pieces = text.replace("｛", "{").replace("｝", "}").split("{")
    made = [pieces[0]]
    for piece in pieces[1:]:
        name, mark, rest = piece.partition("}")
        meant = name.replace("：", ":").strip()
        made.append(f"{{{back.get(meant, meant)}}}{rest}" if mark else f"{{{piece}")
    return "".join(made)
