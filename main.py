"""Starts the window. On Windows: ``py main.py``."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()  # a frozen build starts its helpers through this file
    from qc_desktop.app import main

    raise SystemExit(main())
