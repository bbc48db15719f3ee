"""The audit trail: what changed, by whom, on which PC, in words."""
