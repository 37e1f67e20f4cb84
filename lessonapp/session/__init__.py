"""The use cases of a lesson being taught, and the protocols they need."""
