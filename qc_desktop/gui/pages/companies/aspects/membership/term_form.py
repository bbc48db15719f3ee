"""The fields of one term."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain import dates
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.membership import Term
from qc_desktop.gui.forms.ui_term_form import Ui_TermForm
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.gui.widgets.days import check_day, tidy_day
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import FormValues, Value
from qc_desktop.gui.widgets.parts import button
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.messages import Messages


class TermForm(QWidget):
    """``save_wanted`` and ``given_up`` by its buttons; ``remove_wanted`` where a stored term is shown."""

    edited = Signal()
    save_wanted = Signal()
    remove_wanted = Signal()
    given_up = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        fields = QWidget()
        self.ui = Ui_TermForm()
        self.ui.setupUi(fields)
        hold_still(fields)
        self.values = FormValues(fields)
        tiers = [tier for tier in MemberTier if tier is not MemberTier.NON_MEMBER]
        self.values.offer("member_tier", [(tier.value, tier_words(words, tier)) for tier in tiers])
        self.values.edited.connect(self.edited)
        self._checks = []
        for field in (self.ui.starts_on, self.ui.ends_on):
            field.tidy_with(tidy_day)
            self._checks.append(FieldCheck(field, FieldNote(self.ui.form, field), check_day, words))
        self._remove = button(self.tr("Remove"), self.remove_wanted.emit, "plain", "trash-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        buttons = FlowLayout(gap=8)
        for made in (
            button(self.tr("Save term"), self.save_wanted.emit, "primary", "save"),
            button(self.tr("Cancel"), self.given_up.emit),
            self._remove,
        ):
            buttons.addWidget(made)
        column.addLayout(buttons)

    def write(self, values: Mapping[str, Value], *, stored: bool) -> None:
        """Puts ``values`` into the fields; ``stored`` where they are those of a term there is."""
        self.values.write(values)
        self._remove.setVisible(stored)
        for check in self._checks:
            check.look()

    def term(self) -> Term | None:
        """The term that is typed; None, said in place, where a day cannot be read."""
        sound = [check.look() for check in self._checks]
        read = {name: str(value) for name, value in self.values.read().items()}
        first = dates.parse(read["starts_on"])
        if not all(sound) or first is None:
            self.ui.starts_on.setFocus()
            return None
        tier = MemberTier(read["member_tier"] or MemberTier.NON_MEMBER)
        return Term(tier, first, dates.parse(read["ends_on"]), read["remark"])


def values_of(term: Term) -> dict[str, Value]:
    """``term`` as the form's values."""
    return {
        "member_tier": term.member_tier.value,
        "starts_on": term.starts_on.isoformat(),
        "ends_on": term.ends_on.isoformat() if term.ends_on else "",
        "remark": term.remark,
    }
