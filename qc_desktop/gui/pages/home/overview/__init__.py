"""总览: the year in pictures and numbers, each of which opens its list."""
