"""使用协议: the list, and the form of one."""
