"""Lessons on disk: read, check, index."""
