"""Answers by printed cards: the console's picture, practice, and the dialog to print cards."""
