"""The campaign's form: what stands in its fields as a draft, and back, with what is wrong said beside the field."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qc_desktop.domain import dates
from qc_desktop.domain.slots import stray_brace
from qc_desktop.domain.text import clean
from qc_desktop.domain.worded import Place
from qc_desktop.gui.forms.ui_campaign_form import Ui_CampaignForm
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.form_values import FormValues
from qc_desktop.gui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.gui.widgets.form_values import Value
    from qc_desktop.messages import Messages
    from qc_desktop.services.campaigns.years import CampaignDraft

LINES = ("organisers", "joint_organisers", "supporters")
WORDS = (Place.THEME.value, Place.INVITATION_NOTICE.value, Place.ANNOUNCEMENT_NO.value)
DAYS = ("applications_until", "announced_on", "display_from")
NUMBERS = {"edition": range(1, 1000), "validity_years": range(1, 6)}
NOTED = (*WORDS, *DAYS, *NUMBERS, *LINES)


def written(draft: CampaignDraft) -> dict[str, Value]:
    """``draft`` as it is written in the form."""
    values: dict[str, Value] = {name: getattr(draft, name) for name in (*LINES, *WORDS)}
    values |= {name: str(getattr(draft, name) or "") for name in (*DAYS, *NUMBERS)}
    return values


class DetailsForm(QWidget):
    """The fields of a campaign. ``edited`` tells that a person changed one."""

    edited = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._form = Ui_CampaignForm()
        self._form.setupUi(self)
        self._values = FormValues(self)
        self._notes = {name: FieldNote(self._form.form, self._values[name]) for name in NOTED}
        self._hints: dict[str, str] = {}
        self._complained: set[str] = set()
        self._values.edited.connect(self.edited)
        for name in (*WORDS, *DAYS, *NUMBERS):
            field = self._values[name]
            if isinstance(field, LineEdit):
                field.editingFinished.connect(partial(self._look, name))
                field.textChanged.connect(partial(self._follow, name))

    def _look(self, name: str) -> None:
        """A field was left: what cannot be right is said now; an empty one may wait until it is saved."""
        typed = str(self._values.read()[name])
        if typed:
            self._take(name, typed, {})

    def _follow(self, name: str, typed: str) -> None:
        """What was complained of is looked at with every key, so that the word goes away when it is right."""
        if name in self._complained:
            self._take(name, typed.strip(), {})

    def write(self, values: Mapping[str, Value]) -> None:
        """Puts ``values`` into the fields; notes go away."""
        self._hints.clear()
        self._complained.clear()
        for note in self._notes.values():
            note.clear()
        self._values.write(values)

    def values(self) -> dict[str, Value]:
        """What stands in the fields."""
        return self._values.read()

    def worded(self) -> list[tuple[Place, str]]:
        """What stands in the fields that the association words itself."""
        values = self._values.read()
        return [(Place(name), clean(str(values[name]))) for name in WORDS]

    def mark(self, name: str, sentence: str) -> None:
        """Says ``sentence`` below the field ``name``."""
        self._hints[name] = sentence
        self._notes[name].say(Tone.ACCENT, sentence)

    def read(self, base: CampaignDraft) -> CampaignDraft | None:
        """``base`` with what stands in the fields; None after saying beside each field what is wrong with it."""
        values = self._values.read()
        read: dict[str, Any] = {name: values[name] for name in LINES}
        wrong = [name for name in (*WORDS, *DAYS, *NUMBERS) if not self._take(name, str(values[name]), read)]
        if wrong:
            self._values[wrong[0]].setFocus()
            return None
        return replace(base, **read)

    def _take(self, name: str, typed: str, read: dict[str, Any]) -> bool:
        """Puts what ``typed`` means for the text, date or number ``name`` into ``read``; False after saying what is
        wrong."""
        if name in WORDS:
            read[name] = clean(typed)
            return self._judge(name, typed, is_right=not stray_brace(typed))
        read[name] = dates.parse(typed) if name in DAYS else _number(typed, NUMBERS[name])
        return self._judge(name, typed, is_right=read[name] is not None or (not typed and name != "validity_years"))

    def _judge(self, name: str, typed: str, *, is_right: bool) -> bool:
        if is_right:
            self._forgive(name)
            return True
        self._complained.add(name)
        self._notes[name].say(Tone.BAD, self._complaint(name, typed))
        return False

    def _forgive(self, name: str) -> None:
        """Nothing is wrong with ``name``: what was said of last year stands there again."""
        if name in self._complained:
            self._complained.discard(name)
            self._notes[name].clear()
            if name in self._hints:
                self.mark(name, self._hints[name])

    def _complaint(self, name: str, typed: str) -> str:
        if name in DAYS:
            return self._words.text("campaign.bad_date", value=typed)
        if name in WORDS:
            return self._words.text("text.brace", text=stray_brace(typed))
        if name == "edition":
            return self.tr("Write the edition as a whole number, for example 27.")
        return self.tr("Certificates are valid for one to five whole years.")


def _number(typed: str, allowed: range) -> int | None:
    plain = unicodedata.normalize("NFKC", typed)
    is_short = plain.isdecimal() and len(plain) <= len(str(allowed.stop))  # Python reads no 5,000 digits
    return int(plain) if is_short and int(plain) in allowed else None
