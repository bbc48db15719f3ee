"""审核台: the queue, the original, the fields."""
