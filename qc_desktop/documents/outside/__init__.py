"""Files that came from outside, looked at in a process that is killed when one takes too long."""
