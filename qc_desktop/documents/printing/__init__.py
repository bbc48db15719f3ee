"""Printers: what a queue is, and the queues of this system."""
