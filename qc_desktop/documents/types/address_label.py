"""地址标签: one cell of a sheet of labels; the sheet is chosen when they are printed."""

from __future__ import annotations

from qc_desktop.documents.types.post import post_type

ADDRESS_LABEL = post_type("address_label")
