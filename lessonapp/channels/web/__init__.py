"""Answers from phones and lab PCs over the school's network."""
