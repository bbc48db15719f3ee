"""What a draft is called where it is offered: the record's name, and where it was typed unless the name says that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from qc_desktop.domain.dates import local

if TYPE_CHECKING:
    from qc_desktop.services.drafts import Draft

_SETTINGS = str(QT_TRANSLATE_NOOP("DraftWords", "Settings · {name}"))
_WHERE: dict[str, str] = {
    **dict.fromkeys(("settings_office", "settings_members", "settings_texts", "new_field", "new_operator"), _SETTINGS),
    "announcing": str(QT_TRANSLATE_NOOP("DraftWords", "Announcement · {name}")),
    "desk_remark": str(QT_TRANSLATE_NOOP("DraftWords", "Verification desk · {name}")),
    "agreement": str(QT_TRANSLATE_NOOP("DraftWords", "Agreement on labels · {name}")),
    "label_order": str(QT_TRANSLATE_NOOP("DraftWords", "New batch of labels · {name}")),
    "label_sheet": str(QT_TRANSLATE_NOOP("DraftWords", "Label sheet")),
    **dict.fromkeys(
        ("label_again", "label_noting", "label_stopping"),
        str(QT_TRANSLATE_NOOP("DraftWords", "Batch of labels · {name}")),
    ),
    "layout": str(QT_TRANSLATE_NOOP("DraftWords", "Layout · {name}")),
    "ending": str(QT_TRANSLATE_NOOP("DraftWords", "Certificate · {name}")),
    "import": str(QT_TRANSLATE_NOOP("DraftWords", "List to import · {name}")),
    "return_reason": str(QT_TRANSLATE_NOOP("DraftWords", "Reason for returning · {name}")),
}
"""By kind, for the drafts whose title is a bare name, number or tab."""


def name_of(draft: Draft) -> str:
    """What ``draft`` is called."""
    if draft.kind in _WHERE:
        where = QCoreApplication.translate("DraftWords", _WHERE[draft.kind])
        return where.format(name=draft.title).strip(" ·")
    return draft.title or QCoreApplication.translate("DraftWords", "New company")


def time_of(draft: Draft) -> str:
    """When ``draft`` was typed, for a person."""
    return f"{local(draft.at):%m-%d %H:%M}"
