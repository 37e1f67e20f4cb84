"""What the program costs, measured beside the barest thing that does the same."""
