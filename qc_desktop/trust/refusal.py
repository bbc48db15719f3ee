"""Why a text is no payload of ours."""

from __future__ import annotations

from qc_desktop.domain.verification import Reason


class RefusedError(ValueError):
    """The only error that reading a payload raises, whatever the input; ``reason`` says what is wrong with it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
