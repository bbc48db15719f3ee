"""The frame of the window: sidebar, top bar, status line."""
