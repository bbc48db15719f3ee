"""批量修改: the same values for many companies, with what changes shown before it is written."""
