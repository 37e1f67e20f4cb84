"""Past sessions and their documents."""
