"""The schema's version, and bringing a database to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, text

from qc_desktop.storage.engine import APPLICATION_ID

if TYPE_CHECKING:
    from alembic.config import Config

SCHEMA_VERSION = 4
"""``PRAGMA user_version`` of a database that this program writes; one more with every revision."""

SEARCH_INDEX = "company_search_index"


def include_object(_object: object, name: str | None, kind: str, _reflected: bool, _compared: object) -> bool:
    """Keeps the full-text index and its shadow tables out of comparisons with the models."""
    return not (kind == "table" and (name or "").startswith(SEARCH_INDEX))


def alembic_config(connection: Connection) -> Config:
    """Alembic, set to our revisions and to ``connection``."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def user_version(connection: Connection) -> int:
    """The schema version a database carries; 0 is one without any table of ours."""
    return int(connection.execute(text("PRAGMA user_version")).scalar_one())


def upgrade(engine: Engine) -> None:
    """Brings the database to SCHEMA_VERSION in one transaction, or leaves it as it was.

    Foreign keys are off while tables are rebuilt, and checked before the commit.
    """
    from alembic import command

    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                command.upgrade(alembic_config(connection), "head")
                broken = connection.execute(text("PRAGMA foreign_key_check")).first()
                if broken:
                    raise RuntimeError(f"the migration broke a reference: {tuple(broken)}")
                connection.execute(text(f"PRAGMA user_version={SCHEMA_VERSION}"))
                connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
        finally:
            driver.execute("PRAGMA foreign_keys=ON")
