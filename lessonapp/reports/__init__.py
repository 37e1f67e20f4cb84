"""Documents made from plain report values."""
