"""Alembic's entry: runs on the connection that :mod:`qc_desktop.storage.schema` hands over."""

from __future__ import annotations

from alembic import context

from qc_desktop.storage.schema import include_object
from qc_desktop.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_object=include_object,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
