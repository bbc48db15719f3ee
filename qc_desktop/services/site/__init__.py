"""The published folder: what any static host serves, so that everybody can check without us."""
