"""Composition roots: everything is built and connected here."""
