"""Reading lists out of whatever an office sends; :mod:`~qc_desktop.exchange.reading.lists` is the way in."""
