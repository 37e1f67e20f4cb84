"""Answers from printed cards held up to a camera."""
