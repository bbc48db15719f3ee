"""修改记录: what changed, by whom, on which PC."""
