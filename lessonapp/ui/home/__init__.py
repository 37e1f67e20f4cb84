"""The page that opens first: classes, lessons, sessions to take up again."""
