"""信函与标签: letters, forms, membership certificates, envelopes and address labels for chosen companies."""
