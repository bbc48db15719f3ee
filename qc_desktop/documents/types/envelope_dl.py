"""信封 DL, 220 × 110 mm (GB/T 1416-2003), the former no. 5."""

from __future__ import annotations

from qc_desktop.documents.types.post import post_type

ENVELOPE_DL = post_type("envelope_dl")
