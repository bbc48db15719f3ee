"""标识批次: the list, one batch, a new one."""
