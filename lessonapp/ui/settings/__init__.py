"""School, contacts and class settings."""
