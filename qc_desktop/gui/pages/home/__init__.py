"""工作台: what waits, how the years compare, what comes next."""
