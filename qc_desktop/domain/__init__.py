"""Values, pure rules and events: no I/O, no database, no window."""
