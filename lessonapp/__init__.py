"""Lớp Học Số: digital-skills lessons that a teacher projects in class, with no internet and no names."""

__version__ = "0.1.0"
