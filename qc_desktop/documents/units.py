"""Lengths on paper."""

from __future__ import annotations

POINTS_PER_MM = 72 / 25.4
