"""The stage's short sounds."""
