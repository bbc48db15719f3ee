"""The database: engine, tables, migrations, history, search index, backups."""
