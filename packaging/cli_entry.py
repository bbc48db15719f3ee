"""The command line of a frozen build; ``qc-desktop self-test`` proves that it holds together."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()  # parsers of foreign files run in processes started through this file
    from qc_desktop.cli import main

    main()
