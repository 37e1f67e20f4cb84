"""Answers that come in from outside the windows."""
