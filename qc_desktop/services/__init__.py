"""Use cases: what staff do, over the database, documents, trust and exchange. Each takes an :class:`Office`."""
