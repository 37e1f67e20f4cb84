"""What is kept: the journal of sessions, classes and the school, in one database."""
