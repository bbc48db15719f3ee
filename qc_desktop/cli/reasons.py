"""Why a word that the check marks stands all the same, as commands take it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from qc_desktop.domain.lengths import check_reason
from qc_desktop.errors import UserError
from qc_desktop.services.worded import Reasons

Because = Annotated[
    list[str] | None,
    typer.Option("--because", help="标出的词为什么要用，写成 词=理由 / why a marked word stands: WORD=REASON"),
]
Approval = Annotated[
    str, typer.Option("--approval", help="批准“全国”“中国”字样的文件 / the document that approves a national title")
]


def reasons_of(typed: Sequence[str] | None) -> dict[str, str]:
    """``词=理由`` by word. Raises UserError for anything else, and for a reason that says nothing."""
    parts = {text: text.replace("＝", "=").partition("=") for text in typed or ()}
    for text, (word, _, reason) in parts.items():
        if not word.strip() or not reason.strip():
            raise UserError("layout.reason_shape", typed=text)
        check_reason(word.strip(), reason.strip())
    return {word.strip(): reason.strip() for word, _, reason in parts.values()}


def reasons_given(because: Sequence[str] | None, approval: str) -> Reasons:
    """What was given for the wording of data. Raises UserError as :func:`reasons_of` does."""
    return Reasons(reasons_of(because), approval.strip())
