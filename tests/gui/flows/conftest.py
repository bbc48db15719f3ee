"""The real window."""

from __future__ import annotations

from tests.gui.real import real

__all__ = ["real"]
