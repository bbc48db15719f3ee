"""What was typed and left before it was saved."""

from __future__ import annotations

from qc_desktop.gui.pages.companies.sheet import Draft


class Drafts:
    """Drafts by company id ('' for a new company), until they are taken up again."""

    def __init__(self) -> None:
        self._kept: dict[str, Draft] = {}

    @property
    def latest(self) -> Draft | None:
        """The draft kept last."""
        return next(reversed(self._kept.values()), None)

    def keep(self, draft: Draft) -> None:
        """Keeps ``draft`` in the place of an earlier one of the same company."""
        self._kept.pop(draft.sheet.id, None)
        self._kept[draft.sheet.id] = draft

    def take(self, company_id: str) -> Draft | None:
        """The draft of ``company_id``, which is no longer kept then."""
        return self._kept.pop(company_id, None)
