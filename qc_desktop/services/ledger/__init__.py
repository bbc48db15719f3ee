"""签发登记簿: the ledger kept, signed, replayed against the records, and compared with what others hold of it."""
