"""Layouts of documents, printing by tray with dispatch, labels by the sheet"""

from __future__ import annotations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _layouts()
    _printing()
    _labels()


def _layouts() -> None:
    """Versions of layouts, and the pictures in them."""


def _printing() -> None:
    """Why a sheet was printed again, and where it was sent."""


def _labels() -> None:
    """使用协议, batches of labels, sheets they are printed on, spoilage."""
