"""信封 ZL, 230 × 120 mm (GB/T 1416-2003), the former no. 6."""

from __future__ import annotations

from qc_desktop.documents.types.post import post_type

ENVELOPE_ZL = post_type("envelope_zl")
