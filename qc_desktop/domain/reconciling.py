"""对账: selected = numbered = rendered = printed = dispatched, and for every certificate that fell behind, why.

Each count but the last is of those that came through every step so far: it and those missing there are the count
before. 已寄出 counts what went out whatever is known of its copy, for what is gone is gone: it may be more than 已打印,
and the missing print is listed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.dispatch import Way
from qc_desktop.domain.printing import SheetState


class Step(StrEnum):
    """What a certificate goes through, in this order."""

    SELECTED = "selected"
    NUMBERED = "numbered"
    RENDERED = "rendered"
    PRINTED = "printed"
    DISPATCHED = "dispatched"


class Why(StrEnum):
    """Why one is missing at a step."""

    STOPPED = "stopped"  # at the check before issue
    ENDED = "ended"  # voided, replaced or revoked since
    WITHHELD = "withheld"  # its page failed the check, or its quota is used up
    WAITING = "waiting"  # in a print batch that is not through
    NOT_RENDERED = "not_rendered"
    FILE_ONLY = "file_only"
    UNSURE = "unsure"  # handed to the printer, and nobody said whether it came out
    DAMAGED = "damaged"  # and not printed again
    NOT_SENT = "not_sent"
    SENT_UNPRINTED = "sent_unprinted"  # sent although no good copy is known
    SENT_ENDED = "sent_ended"  # sent although it was no longer in force


@dataclass(frozen=True)
class Trace:
    """What is known of a certificate: its state, its sheets' states, whether a page was made, how it went out.

    ``sent_late`` says that it went out when it was no longer in force.
    """

    state: CertificateState
    rendered: bool
    sheets: Collection[str]
    ways: Collection[str]
    sent_late: bool = False

    @property
    def printed(self) -> bool:
        """Whether a copy lies on paper as far as is known."""
        return SheetState.SENT in self.sheets

    @property
    def dispatched(self) -> bool:
        """Whether it went out."""
        return bool(self.ways)

    @property
    def is_electronic(self) -> bool:
        """Whether it went out as a file alone, and so need not be printed."""
        return set(self.ways) == {Way.EMAIL.value}

    @property
    def is_gone_unprinted(self) -> bool:
        """Whether it went out in time although no good copy is known."""
        return self.dispatched and not self.sent_late and Step.PRINTED not in self.reached()

    def reached(self) -> list[Step]:
        """The steps at which it is counted: all before the first that it misses, and the last where it went out."""
        rendered = self.rendered or self.printed
        printed = self.printed or (self.is_electronic and rendered)
        passed = (True, True, rendered, printed)
        steps = [step for step, _ in takewhile(lambda pair: pair[1], zip(Step, passed, strict=False))]
        return [*steps, Step.DISPATCHED] if self.dispatched and not self.sent_late else steps


def behind(trace: Trace) -> tuple[Step, Why] | None:
    """The first step at which a certificate is missing, and why; None where it went all the way."""
    step = next((step for step in Step if step not in trace.reached()), None)
    if step is None:
        return None
    if trace.dispatched:
        return step, Why.SENT_ENDED if trace.sent_late else Why.SENT_UNPRINTED
    if trace.state is not CertificateState.LIVE:
        return step, Why.ENDED
    if step is Step.DISPATCHED:
        return step, Why.NOT_SENT
    return step, _unprinted(trace)


def _unprinted(trace: Trace) -> Why:
    for state, why in (
        (SheetState.SENDING, Why.UNSURE),
        (SheetState.WITHHELD, Why.WITHHELD),
        (SheetState.WAITING, Why.WAITING),
        (SheetState.DAMAGED, Why.DAMAGED),
    ):
        if state in trace.sheets:
            return why
    return Why.FILE_ONLY if trace.rendered else Why.NOT_RENDERED
