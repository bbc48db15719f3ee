"""标识 of a company: its agreements with what they still allow, its batches, and the ways there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.companies.aspects.aspect import AspectView
from qc_desktop.gui.pages.labels.lists import AGREEMENT_TONES, BATCH_TONES, batch_no
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.services.labels import agreements, batches
from qc_desktop.services.labels.agreements import AgreementFilter
from qc_desktop.services.labels.batches import BatchFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.tokens import Tone
    from qc_desktop.services.labels.agreements import AgreementRow
    from qc_desktop.services.labels.batches import BatchRow
    from qc_desktop.services.office import Office

MOST = 50


class LabelsAspect(AspectView):
    """A line for each agreement and each batch, the newest first; a press leads to it on the page of labels."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._ticket = Ticket()
        self._company_id = ""
        self.enter = button(self.tr("New agreement"), self._enter, "", "plus")
        self._body = QWidget()
        inner = QWidget()
        inner.setProperty("plain", True)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(15, 0, 15, 12)
        self._column.setSpacing(12)
        self._column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._body)
        self._column.addStretch(1)
        self.area = scroll_area(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.setFocusProxy(self.enter)

    @override
    def show_company(self, company_id: str, campaign_id: str) -> None:
        if company_id != self._company_id:
            self._company_id = company_id
            self._show(((), ()))
        self._ticket.tear()
        office = self._desk.office
        self._ticket = self._context.jobs.query(lambda: _asked(office, company_id), self._show)

    def _show(self, found: tuple[Sequence[AgreementRow], Sequence[BatchRow]]) -> None:
        known, issued = found
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if known:
            column.addWidget(label(self.tr("Agreements"), "strong"))
        for row in known:
            column.addWidget(self._agreement(row))
        if issued:
            column.addWidget(label(self.tr("Batches"), "strong"))
        for batch in issued:
            column.addWidget(self._batch(batch))
        if not known:
            column.addWidget(label(self.tr("No agreement on labels yet."), "muted", wrap=True))
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _agreement(self, row: AgreementRow) -> QWidget:
        words, state = self._context.words, row.state(self._desk.office.today)
        said = self.tr("{number}: {left} of {quantity} left").format(
            number=row.terms.agreement_no, left=f"{row.remaining:,}", quantity=f"{row.terms.quantity:,}"
        )
        tone = AGREEMENT_TONES[state]
        return self._line(words.text(f"label.agreement_{state}"), tone, said, partial(self._go, f"agreement:{row.id}"))

    def _batch(self, row: BatchRow) -> QWidget:
        said = f"{batch_no(row)} {row.product} {row.lot}  {row.count:,}"
        state = self._context.words.text(f"label.state_{row.state}")
        return self._line(state, BATCH_TONES[row.state], said, partial(self._go, f"batch:{batch_no(row)}"))

    def _line(self, state: str, tone: Tone, said: str, go: Callable[[], None]) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        dot = label(f"● {state}", "small")
        set_tone(dot, tone)
        words.addWidget(dot)
        words.addWidget(label(said, wrap=True))
        opened = button(self.tr("Open"), go, "plain")
        opened.setAccessibleName(f"{self.tr('Open')} {said}")
        line.addLayout(words, 1)
        line.addWidget(opened)
        return made

    def _go(self, key: str) -> None:
        self._context.go("labels", key)

    def _enter(self) -> None:
        self._go(f"company:{self._company_id}")


def _asked(office: Office, company_id: str) -> tuple[Sequence[AgreementRow], Sequence[BatchRow]]:
    known = agreements.page(office, AgreementFilter(company_id), 0, MOST)
    return known, batches.page(office, BatchFilter(company_id=company_id), 0, MOST)
