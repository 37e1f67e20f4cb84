"""The window that the teacher steers from."""
