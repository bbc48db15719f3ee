"""Lists in and out: one file per format, gathered in :mod:`qc_desktop.exchange.registry`."""
