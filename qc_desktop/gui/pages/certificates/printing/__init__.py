"""打印台: certificates on their way to a printer, batch by batch."""
