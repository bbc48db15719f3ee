"""The one error that is meant for people."""

from __future__ import annotations


class UserError(Exception):
    """Something a person can understand and mend.

    Core code raises it with a ``code`` from ``resources/i18n/messages/`` and the values its sentence
    needs; the window and the command line turn it into words with :mod:`qc_desktop.messages`. Any other
    exception that reaches them is a defect of the program.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}" if self.params else self.code
