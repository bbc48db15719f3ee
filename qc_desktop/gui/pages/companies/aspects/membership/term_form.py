"""The fields of one term."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.domain import dates
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.membership import Term
from qc_desktop.gui.forms.ui_term_form import Ui_TermForm
from qc_desktop.gui.pages.companies.aspects.membership.entry_form import EntryForm
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.gui.widgets.form_values import Value
from qc_desktop.gui.widgets.parts import button
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.messages import Messages


class TermForm(EntryForm):
    """One term; ``remove_wanted`` where a stored one is shown."""

    remove_wanted = Signal()

    def __init__(self, words: Messages) -> None:
        fields = QWidget()
        self.ui = Ui_TermForm()
        self.ui.setupUi(fields)
        super().__init__(fields, self.ui.form)
        hold_still(fields)
        tiers = [tier for tier in MemberTier if tier is not MemberTier.NON_MEMBER]
        self.values.offer("member_tier", [(tier.value, tier_words(words, tier)) for tier in tiers])
        self.check_days(self.ui.form, (self.ui.starts_on, self.ui.ends_on), words)
        self._remove = button(self.tr("Remove"), self.remove_wanted.emit, "plain", "trash-2")
        self.lay_out(fields, self.tr("Save term"), self.tr("Cancel"), self._remove)

    @override
    def write(self, values: Mapping[str, Value], *, stored: bool) -> None:
        super().write(values, stored=stored)
        self._remove.setVisible(stored)

    @override
    def start(self, *, stored: bool) -> None:
        self.ui.starts_on.setFocus()

    def term(self) -> Term | None:
        """The term that is typed; None, said in place, where a day cannot be read."""
        sound = self.is_sound([self.ui.starts_on])
        read = {name: str(value) for name, value in self.values.read().items()}
        first = dates.parse(read["starts_on"])
        if not sound or first is None:
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
